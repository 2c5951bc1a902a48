import { capitalised } from '../../lib/capitalised.ts'
import { User } from '../../models/index.ts'
import { labelOf } from '../../privacy/in-words.ts'
import { personalColumns, tableOf } from '../../privacy/table.ts'

/** What the data map lets our staff see of an account, by what a person would call it. */
export function factsFor(person: User): [string, unknown][] {
  return personalColumns(tableOf(User))
    .filter(
      ({ seenBy, withheld }) => !withheld && seenBy?.some((viewer) => viewer === 'staff' || viewer === 'everyone'),
    )
    .map((own): [string, unknown] => [capitalised(labelOf(own)), person.get(own.column)])
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
}
