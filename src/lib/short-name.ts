/** A name as it stands under what somebody wrote in public: "Aurélie M." for Aurélie Martin. */
export function shortName(name: string) {
  const [first, ...others] = name.trim().split(/\s+/)
  const last = others.at(-1)
  return last ? `${first} ${[...last][0]}.` : first!
}

/** How one of two is named to the other in a sentence: "Aurélie". */
export function firstName(name: string) {
  return name.trim().split(/\s+/)[0]!
}
