import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What is still needed of an erased person for a day: their address and identifiers, encrypted with a key kept elsewhere. */
export class SealedEnvelope extends Row<SealedEnvelope> {
  declare id: string
  declare sealed: Buffer
  declare createdAt: CreationOptional<Date>
}

table(SealedEnvelope, 'sealed_envelopes', {
  purpose: 'To send the last letter and read everything back after an erasure',
  retention: { keep: '24 hours', from: 'createdAt', because: 'what used it destroys it; unused, it goes all the same' },
  columns: {
    id: plain(DataTypes.UUID, key),
    sealed: plain(DataTypes.BLOB),
    createdAt: plain(DataTypes.DATE, today),
  },
})
