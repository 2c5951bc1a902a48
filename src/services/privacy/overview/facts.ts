import { capitalised } from '../../../lib/capitalised.ts'
import { showable, User } from '../../../models/user.ts'
import { labelOf, viewersInWords } from '../../../privacy/in-words.ts'
import { type PersonalColumn, personalColumns, tableOf } from '../../../privacy/table.ts'

/** The one row that is the person's account, as it stands: each fact with who else sees it today. */
export function factsAbout(user: User) {
  return personalColumns(tableOf(User))
    .filter(({ column, withheld }) => !withheld && isSaid(user.get(column)))
    .map((own) => ({
      label: capitalised(labelOf(own)),
      value: shown(user.get(own.column)),
      seenBy: viewersInWords({ seenBy: viewersOf(own, user) }),
    }))
}

/** Where there is no public page, or its owner does not show this there, our staff are left of everyone. */
function viewersOf({ column, seenBy = [] }: PersonalColumn, user: User) {
  const isOpen = user.hasPublicProfile && showable.every((part) => part !== column || user.shows(part))
  return [...new Set(seenBy.map((viewer) => (viewer === 'everyone' && !isOpen ? 'staff' : viewer)))]
}

function isSaid(value: unknown) {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function shown(value: unknown) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value instanceof Date) return value
  return Array.isArray(value) ? value.join(', ') : String(value)
}
