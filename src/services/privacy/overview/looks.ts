import { capitalised } from '../../../lib/capitalised.ts'
import { Disclosure, StaffAction, type User } from '../../../models/index.ts'
import { listed, words } from '../../../privacy/in-words.ts'
import { processors } from '../../../privacy/processors.ts'
import { roles } from '../../support/in-words.ts'

const MOST = 20

/** Who looked at something about a person or was told it, the latest first: our staff by what they are, companies by name. */
export async function latestLooks({ id }: User) {
  const newest = { order: [['createdAt', 'DESC']] as [string, string][], limit: MOST }
  const [actions, disclosures] = await Promise.all([
    StaffAction.findAll({ where: { aboutId: id }, include: 'staff', ...newest }),
    Disclosure.findAll({ where: { userId: id }, ...newest }),
  ])
  return [...actions.map(lookOf), ...disclosures.map(disclosed)]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
}

function lookOf({ action, reason, createdAt, staff }: StaffAction & { staff?: User | null }) {
  const who = staff ? `Our ${staff.role === 'support' ? 'support' : roles[staff.role]}` : 'Someone of our staff'
  return { at: createdAt, text: `${who} ${action}`, note: reason }
}

function disclosed({ processor, purpose, fields, createdAt }: Disclosure) {
  const told = fields.map((field) => words(field.split('.').at(-1)!))
  const { name } = processors[processor]
  return {
    at: createdAt,
    text: `${capitalised(name)} was given your ${listed(told)}`,
    note: `for the letter “${words(purpose.replaceAll('-', ' '))}”`,
  }
}
