/** Letters, digits and what else makes one word of them. */
const WORD = /[\p{L}\p{M}\p{N}_]+/gu
const [NOT_AFTER, NOT_BEFORE] = ['(?<![\\p{L}\\p{M}\\p{N}_])', '(?![\\p{L}\\p{M}\\p{N}_])']

type Sought = { person: number; pattern: RegExp }

/**
 * Looks for the identifiers of any number of people in one pass over a text: every word is looked up once, and only
 * where an identifier begins with it the whole of it is compared. So a thousand people take as long as one.
 */
export class Search {
  private readonly soughtByWord = new Map<string, Sought[]>()

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
    for (const { 0: word, index } of searched.matchAll(WORD)) {
      for (const { person, pattern } of this.soughtByWord.get(word) ?? []) {
        pattern.lastIndex = index
        if (pattern.test(searched)) found.add(person)
      }
    }
    return found
  }

  private add(person: number, identifier: string) {
    const word = identifier.match(WORD)?.[0]
    if (!word) return
    const begin = identifier.indexOf(word)
    const pattern = RegExp(NOT_AFTER + escaped(identifier.slice(begin)) + NOT_BEFORE, 'uy')
    this.soughtByWord.set(word, [...(this.soughtByWord.get(word) ?? []), { person, pattern }])
  }
}

function folded(text: string) {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

function escaped(identifier: string) {
  return identifier.split(/\s+/).map(RegExp.escape).join('\\s+')
}
