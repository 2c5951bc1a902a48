/** Somebody books with somebody: so many days from now, at a time on the mentor's clock; asked so many days ago. */
export type BookingSeed = {
  with: string
  by: string
  title: string
  in: number
  at: string
  asked: number
  state: 'requested' | 'confirmed' | 'completed' | 'cancelled'
  message: string
}

export const types = [
  {
    title: 'A first look',
    description: 'Show me where you are stuck. Half an hour is enough to say what to try next.',
    ...{ minutes: 30, priceMinor: 0, needsApproval: false },
  },
  {
    title: 'An hour on your work',
    description: 'Send a few lines beforehand, so that I come prepared.',
    ...{ minutes: 60, priceMinor: 0, needsApproval: true },
  },
  {
    title: 'A plan for three months',
    description: 'We go through what you want to be able to do, and in which order.',
    ...{ minutes: 90, priceMinor: 6000, needsApproval: true },
  },
]

const [look, hour] = ['A first look', 'An hour on your work']

export const bookings: BookingSeed[] = [
  {
    ...{ with: 'tomas', by: 'maya', title: hour, in: -16, at: '16:00', asked: 20, state: 'completed' },
    message: 'My first box is out of square by three millimetres, and I cannot find out where it begins.',
  },
  {
    ...{ with: 'tomas', by: 'maya', title: look, in: 4, at: '17:00', asked: 2, state: 'confirmed' },
    message: 'I would like to choose a saw with you, before I buy the wrong one twice.',
  },
  {
    ...{ with: 'ingrid', by: 'maya', title: hour, in: 6, at: '18:00', asked: 0.4, state: 'requested' },
    message: 'I have to explain a rota to forty colleagues in January, and my voice leaves me after a minute.',
  },
  {
    ...{ with: 'joseph', by: 'maya', title: look, in: 3, at: '10:00', asked: 5, state: 'cancelled' },
    message: 'A question about dates in spreadsheets, which I have answered by myself by now.',
  },
  {
    ...{ with: 'tomas', by: 'chiamaka', title: hour, in: 5, at: '10:00', asked: 0.5, state: 'requested' },
    message: 'The drawer of my bench sticks in damp weather. I can show it from all sides.',
  },
  {
    ...{ with: 'tomas', by: 'luis', title: look, in: 8, at: '11:00', asked: 1, state: 'confirmed' },
    message: 'How sharp is sharp? I have a phone that films closely.',
  },
  {
    ...{ with: 'tomas', by: 'luis', title: look, in: -5, at: '11:30', asked: 9, state: 'completed' },
    message: 'I would like to know whether my chisels are worth their oil.',
  },
]
