/** "Our staff" for "our staff": what begins a line. */
export function capitalised(words: string) {
  return words[0]!.toUpperCase() + words.slice(1)
}
