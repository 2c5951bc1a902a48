import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What a person agreed to or declined, in which words and when; the newest of a purpose counts (P25). */
export class Consent extends Row<Consent> {
  declare id: CreationOptional<string>
  declare userId: string
  declare purpose: 'terms' | 'marketing' | 'analytics'
  declare granted: boolean
  declare wording: string
  declare createdAt: CreationOptional<Date>
}

const preference = { category: 'preference' } as const

table(Consent, 'consents', {
  title: 'What you agreed to',
  section: 'privacy',
  purpose: 'To prove what you agreed to, and to keep to it',
  lawfulBasis: 'legal obligation',
  onErasure: 'deleted',
  retention: { asLongAs: 'userId' },
  exportedAs: 'privacy/consents.json',
  editedAt: '/settings/notifications',
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    purpose: personal(DataTypes.TEXT, preference),
    granted: personal(DataTypes.BOOLEAN, preference),
    wording: personal(DataTypes.TEXT, preference),
    createdAt: personal(DataTypes.DATE, { category: 'activity' }, today),
  },
})
