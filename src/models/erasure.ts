import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

/** What became of somebody's rows in one table. Those that stay do so without them, until a day and for a reason. */
export type ReceiptLine = {
  table: string
  title: string
  outcome: 'gone' | 'stays' | 'held'
  rows: number
  until?: string
  because?: string
}

/** An erasure, known only by the random id its person had. Nothing here leads back to anyone (P24, P28). */
export class Erasure extends Row<Erasure> {
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

  /** The erasure of a person, in its first attempt or a further one. */
  static async begin({ subjectId: id, erasureAskedAt, erasureDueAt }: User, now: Date) {
    const defaults = { askedAt: erasureAskedAt ?? now, dueAt: erasureDueAt ?? now }
    const [erasure] = await Erasure.findOrCreate({ where: { id }, defaults: { id, ...defaults } })
    return erasure.update({ status: 'running', attempts: erasure.attempts + 1 })
  }

  /** Takes down what reading everything back has found. Answers whether that was nothing. */
  async verify(findings: Record<string, number>, now: Date) {
    const clean = Object.keys(findings).length === 0
    await this.update({ status: clean ? 'verified' : 'findings', findings: clean ? null : findings, verifiedAt: now })
    return clean
  }

  /** @param problem a table or a constraint, never the words of an error */
  fail(problem: string) {
    return this.update({ status: 'failed', problem })
  }
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
