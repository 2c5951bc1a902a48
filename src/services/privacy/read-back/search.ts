/** Letters, digits and what else makes one word of them. */
const WORD = /[\p{L}\p{M}\p{N}_]+/gu
const NOT_BEFORE = '(?![\\p{L}\\p{M}\\p{N}_])'

type Sought = { person: number; pattern: RegExp }

/**
 * Looks for the identifiers of any number of people in one pass over a text: every word is looked up once, the word
 * after it only where somebody's identifier begins like this. So a thousand people take about as long as one.
 */
export class Search {
  /** By the first word of an identifier, then by its second. */
  private readonly sought = new Map<string, Map<string, Sought[]>>()

  /** @param identifiers of each person, in the order in which `peopleIn` numbers them */
  constructor(identifiers: string[][]) {
    for (const [person, theirs] of identifiers.entries()) {
      for (const identifier of theirs.map(folded)) this.add(person, identifier)
    }
  }

  /** The numbers of the people who can be recognised in a text. */
  peopleIn(text: string) {
    const found = new Set<number>()
    const searched = folded(text)
    let before: { index: number; next: Map<string, Sought[]> } | undefined

    for (const { 0: word, index } of searched.matchAll(WORD)) {
      const next = this.sought.get(word)
      if (before) note(before.next.get(word), before.index)
      if (next) note(next.get(''), index)
      before = next && { index, next }
    }
    return found

    function note(candidates: Sought[] | undefined, index: number) {
      for (const { person, pattern } of candidates ?? []) {
        pattern.lastIndex = index
        if (pattern.test(searched)) found.add(person)
      }
    }
  }

  private add(person: number, identifier: string) {
    const [first, second = ''] = identifier.match(WORD) ?? []
    if (!first) return

    const begin = identifier.indexOf(first)
    const pattern = RegExp(escaped(identifier.slice(begin)) + NOT_BEFORE, 'uy')
    const next = this.sought.get(first) ?? new Map<string, Sought[]>()
    this.sought.set(first, next)
    next.set(second, [...(next.get(second) ?? []), { person, pattern }])
  }
}

function folded(text: string) {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

function escaped(identifier: string) {
  return identifier.split(/\s+/).map(RegExp.escape).join('\\s+')
}
