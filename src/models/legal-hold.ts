import { type CreationOptional, DataTypes } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'

/** Keeps one record from erasure and retention while a claim needs it: who says so, why, and when they look again. */
export class LegalHold extends Row<LegalHold> {
  declare id: CreationOptional<string>
  declare tableName: string
  declare recordId: string
  /** Whom the record is about, who may know that it is held, and why. Null once they are gone. */
  declare aboutId: CreationOptional<string | null>
  declare reason: string
  declare placedBy: string | null
  declare reviewOn: string
  /** An erasure has passed by this record. It is done when the hold is released. */
  declare erasureWaits: CreationOptional<boolean>
  declare createdAt: CreationOptional<Date>
  declare releasedBy: CreationOptional<string | null>
  declare releasedAt: CreationOptional<Date | null>

  /** The live ones on somebody's records. */
  static on({ id }: { id: string }) {
    return LegalHold.findAll({ where: { aboutId: id, releasedAt: null }, order: ['createdAt'] })
  }
}

table(LegalHold, 'legal_holds', {
  title: 'Records held for a claim',
  section: 'privacy',
  purpose: 'To keep what a claim needs, and nothing longer',
  lawfulBasis: 'legitimate interest',
  onErasure: 'anonymised',
  retention: { keep: '3 years', from: 'releasedAt', because: 'to show why a record was kept' },
  exportedAs: 'privacy/legal-holds.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    tableName: plain(DataTypes.TEXT),
    recordId: plain(DataTypes.UUID),
    aboutId: person('subject'),
    reason: personal(DataTypes.TEXT, { category: 'correspondence', seenBy: ['staff'], onErasure: scrubbed }),
    placedBy: duty(),
    reviewOn: plain(DataTypes.DATEONLY),
    erasureWaits: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    createdAt: plain(DataTypes.DATE, today),
    releasedBy: duty(),
    releasedAt: plain(DataTypes.DATE),
  },
})
