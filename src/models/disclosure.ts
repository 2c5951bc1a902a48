import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import type { Processor } from '../privacy/processors.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What left our house about a person: to whom, what for, and which fields. Never their values (P10–P13). */
export class Disclosure extends Row<Disclosure> {
  declare id: CreationOptional<string>
  declare userId: string | null
  declare processor: Processor
  declare purpose: string
  declare fields: string[]
  declare createdAt: CreationOptional<Date>
}

const activity = { category: 'activity', seenBy: ['staff'] } as const

table(Disclosure, 'disclosures', {
  title: 'What we passed on',
  section: 'privacy',
  purpose: 'To tell you who was given what about you',
  lawfulBasis: 'legal obligation',
  onErasure: 'deleted',
  retention: { keep: '3 years', from: 'createdAt', because: 'you may ask who was told, and claims lapse after that' },
  exportedAs: 'privacy/disclosures.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    processor: personal(DataTypes.TEXT, activity),
    purpose: personal(DataTypes.TEXT, activity),
    fields: personal(DataTypes.ARRAY(DataTypes.TEXT), activity),
    createdAt: personal(DataTypes.DATE, activity, today),
  },
})
