import { type CreationOptional, DataTypes, Op } from 'sequelize'
import { plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** The rows of rate-limiter-flexible. Its keys are keyed hashes that nobody can turn back, and change every day. */
export class RateLimit extends Row<RateLimit> {
  declare key: string
  declare points: number
  declare expire: CreationOptional<number | null>

  /** How many knocks no longer count. */
  static due(now: Date) {
    return RateLimit.count({ where: { expire: { [Op.lt]: now.getTime() } } })
  }

  /** Forgets them. */
  static prune(now: Date) {
    return RateLimit.destroy({ where: { expire: { [Op.lt]: now.getTime() } } })
  }
}

table(RateLimit, 'rate_limits', {
  purpose: 'To slow down whoever tries a door too often; rows go by themselves within a day',
  columns: {
    key: plain(DataTypes.TEXT, { primaryKey: true }),
    points: plain(DataTypes.INTEGER),
    expire: plain(DataTypes.BIGINT),
  },
})
