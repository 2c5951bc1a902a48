import { type CreationOptional, DataTypes } from 'sequelize'
import { duty, key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** Keeps one record from erasure and retention while a claim needs it: who says so, why, and when they look again. */
export class LegalHold extends Row<LegalHold> {
  declare id: CreationOptional<string>
  declare tableName: string
  declare recordId: string
  declare reason: string
  declare placedBy: string | null
  declare reviewOn: string
  /** An erasure has passed by this record. It is done when the hold is released. */
  declare erasureWaits: CreationOptional<boolean>
  declare createdAt: CreationOptional<Date>
  declare releasedBy: CreationOptional<string | null>
  declare releasedAt: CreationOptional<Date | null>
}

table(LegalHold, 'legal_holds', {
  purpose: 'To keep what a claim needs, and nothing longer',
  retention: { keep: '3 years', from: 'releasedAt', because: 'to show why a record was kept' },
  columns: {
    id: plain(DataTypes.UUID, key),
    tableName: plain(DataTypes.TEXT),
    recordId: plain(DataTypes.UUID),
    reason: plain(DataTypes.TEXT),
    placedBy: duty(),
    reviewOn: plain(DataTypes.DATEONLY),
    erasureWaits: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    createdAt: plain(DataTypes.DATE, today),
    releasedBy: duty(),
    releasedAt: plain(DataTypes.DATE),
  },
})
