import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model } from 'sequelize'
import { key, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'

export type ReceiptLine = { table: string; title: string; outcome: string; rows: number; because?: string }

/** An erasure, known only by the random id its person had. Nothing here leads back to anyone (P24, P28). */
export class Erasure extends Model<InferAttributes<Erasure>, InferCreationAttributes<Erasure>> {
  declare id: string
  declare status: CreationOptional<'running' | 'failed' | 'erased' | 'verified' | 'findings'>
  declare attempts: CreationOptional<number>
  declare problem: CreationOptional<string | null>
  declare receipt: CreationOptional<ReceiptLine[] | null>
  /** Where a full identifier still stood when everything was read back: columns and counts, no values. */
  declare findings: CreationOptional<Record<string, number> | null>
  declare askedAt: Date
  declare dueAt: Date
  declare erasedAt: CreationOptional<Date | null>
  declare verifiedAt: CreationOptional<Date | null>
}

table(Erasure, 'erasures', {
  purpose: 'To prove that each erasure was done, and what it did',
  retention: { keep: '7 years', from: 'erasedAt', because: 'as long as the longest record that an erasure leaves' },
  columns: {
    id: plain(DataTypes.UUID, key),
    status: plain(DataTypes.TEXT, { defaultValue: 'running' }),
    attempts: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    problem: plain(DataTypes.TEXT),
    receipt: plain(DataTypes.JSONB),
    findings: plain(DataTypes.JSONB),
    askedAt: plain(DataTypes.DATE),
    dueAt: plain(DataTypes.DATE),
    erasedAt: plain(DataTypes.DATE),
    verifiedAt: plain(DataTypes.DATE),
  },
})
