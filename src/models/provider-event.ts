import { type CreationOptional, DataTypes, Op } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

const PAGE = 50
const MOST_FAILED = 100
const { order, behind } = keyset({
  table: 'provider_events',
  model: 'ProviderEvent',
  column: 'received_at',
  attribute: 'receivedAt',
  direction: 'desc',
})

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

  /** Those that nobody could work on yet, the latest first. */
  static failed() {
    return ProviderEvent.findAll({ where: { handledAt: null, failure: { [Op.ne]: null } }, order, limit: MOST_FAILED })
  }

  /** A screenful of all, the latest first; `before` is the last one of the page before. */
  static async page(before: unknown) {
    const rows = await ProviderEvent.findAll({ where: { [Op.and]: [behind(before)] }, order, limit: PAGE + 1 })
    const events = rows.slice(0, PAGE)
    return { events, older: rows.length > PAGE ? events.at(-1)!.id : undefined }
  }
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
