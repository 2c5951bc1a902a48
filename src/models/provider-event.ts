import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** That Stripe told us something, and about what: never what it said. Whoever works on it asks Stripe again. */
export class ProviderEvent extends Row<ProviderEvent> {
  declare id: CreationOptional<string>
  declare provider: CreationOptional<'stripe'>
  /** Its number there: the same one is taken once. */
  declare event: string
  declare type: string
  declare object: CreationOptional<string | null>
  declare receivedAt: CreationOptional<Date>
  declare handledAt: CreationOptional<Date | null>
  declare attempts: CreationOptional<number>
  /** The code of what went wrong. */
  declare failure: CreationOptional<string | null>
}

table(ProviderEvent, 'provider_events', {
  purpose: 'To work on whatever Stripe tells us once, and to see when it did not work',
  retention: { keep: '90 days', from: 'receivedAt', because: 'Stripe can repeat an event for 30 days', inCrowds: true },
  columns: {
    id: plain(DataTypes.UUID, key),
    provider: plain(DataTypes.TEXT, { defaultValue: 'stripe' }),
    event: plain(DataTypes.TEXT),
    type: plain(DataTypes.TEXT),
    object: plain(DataTypes.TEXT),
    receivedAt: plain(DataTypes.DATE, today),
    handledAt: plain(DataTypes.DATE),
    attempts: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    failure: plain(DataTypes.TEXT),
  },
})
