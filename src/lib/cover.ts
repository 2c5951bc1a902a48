const cloths = ['slate', 'spruce', 'madder', 'ochre', 'moss', 'clay']
const weaves = ['diamond', 'fan', 'square', 'line', 'basket', 'dot']

/** A book's cover as two classes of the stylesheet: its shelf gives the cloth, its name the weave. */
export function coverOf(shelf: number, name: string): string {
  const sum = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0)
  return `${cloths[shelf % cloths.length]} ${weaves[sum % weaves.length]}`
}
