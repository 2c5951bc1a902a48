import type { User } from '../../models/index.ts'
import { dataMap } from '../../privacy/data-map.ts'

/** What the data map lets our staff see of an account, by the names of its columns in words. */
export function factsFor(person: User): [string, unknown][] {
  const account = dataMap.find(({ name }) => name === 'users')!
  return account.people
    .flatMap(({ owns }) => owns)
    .filter(
      ({ seenBy, withheld }) => !withheld && seenBy?.some((viewer) => viewer === 'staff' || viewer === 'everyone'),
    )
    .map(({ column }): [string, unknown] => [inWords(column), person.get(column)])
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
}

/** "Erasure due at" for erasureDueAt. */
function inWords(column: string) {
  const words = column.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase()
  return words[0]!.toUpperCase() + words.slice(1)
}
