import { capitalised } from '../../lib/capitalised.ts'
import type { User } from '../../models/index.ts'
import { dataMap } from '../../privacy/data-map.ts'
import { labelOf } from '../../privacy/in-words.ts'

/** What the data map lets our staff see of an account, by what a person would call it. */
export function factsFor(person: User): [string, unknown][] {
  const account = dataMap.find(({ name }) => name === 'users')!
  return account.people
    .flatMap(({ owns }) => owns)
    .filter(
      ({ seenBy, withheld }) => !withheld && seenBy?.some((viewer) => viewer === 'staff' || viewer === 'everyone'),
    )
    .map((own): [string, unknown] => [capitalised(labelOf(own)), person.get(own.column)])
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
}
