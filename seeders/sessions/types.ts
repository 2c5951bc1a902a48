type TypeSeed = { title: string; description: string; minutes: number; priceMinor: number; needsApproval: boolean }

/** Free and at once: everybody begins here. */
const look: TypeSeed = {
  title: 'A first look',
  description: 'Show me where you are stuck. Half an hour is enough to say what to try next.',
  ...{ minutes: 30, priceMinor: 0, needsApproval: false },
}

const hour: TypeSeed = {
  title: 'An hour on your work',
  description: 'Send a few lines beforehand, so that I come prepared.',
  ...{ minutes: 60, priceMinor: 0, needsApproval: true },
}

const paid: TypeSeed[] = [
  {
    title: 'A plan for three months',
    description: 'We go through what you want to be able to do, and in which order.',
    ...{ minutes: 90, priceMinor: 6000, needsApproval: true },
  },
  {
    title: 'Side by side',
    description: 'You work, I watch and say what I see.',
    ...{ minutes: 45, priceMinor: 3500, needsApproval: false },
  },
  {
    title: 'One question, in depth',
    description: 'The one you have put off for longest.',
    ...{ minutes: 60, priceMinor: 4800, needsApproval: false },
  },
]

/** What the nth mentor offers. */
export const typesOf = (n: number) => [look, hour, paid[n % paid.length]!]
