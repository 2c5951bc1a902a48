import { type CreationAttributes, type CreationOptional, DataTypes, Op } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { isTaken } from '../lib/taken.ts'
import { duty, key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

const PAGE = 50
const { order, behind } = keyset({
  table: 'coupons',
  model: 'Coupon',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'desc',
})

/** Takes a share or an amount off, so often in all and for each person. The database counts. */
export class Coupon extends Row<Coupon> {
  declare id: CreationOptional<string>
  declare code: string
  declare percent: CreationOptional<number | null>
  declare amountMinor: CreationOptional<number | null>
  declare currency: CreationOptional<string | null>
  /** What has to lie in the cart at least. */
  declare leastMinor: CreationOptional<number>
  declare most: CreationOptional<number | null>
  declare used: CreationOptional<number>
  declare each: CreationOptional<number>
  declare startsAt: CreationOptional<Date | null>
  declare endsAt: CreationOptional<Date | null>
  declare createdBy: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>

  /** A screenful, the newest first; `after` is the last one of the page before. */
  static async latest(after: unknown) {
    const rows = await Coupon.findAll({ where: { [Op.and]: [behind(after)] }, order, limit: PAGE + 1 })
    return { coupons: rows.slice(0, PAGE), after: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined }
  }

  /** Null where there is one of that name. */
  static async make(coupon: CreationAttributes<Coupon>) {
    try {
      return await Coupon.create(coupon)
    } catch (error) {
      if (isTaken(error, 'coupons_code_key')) return null
      throw error
    }
  }

  hasEndedAt(now: Date) {
    return Boolean(this.endsAt && this.endsAt <= now)
  }

  /** What has ended keeps its day. */
  async end(now: Date) {
    if (!this.hasEndedAt(now)) await this.update({ endsAt: now })
  }
}

table(Coupon, 'coupons', {
  purpose: 'To sell for less, for a while',
  columns: {
    id: plain(DataTypes.UUID, key),
    code: plain(DataTypes.CITEXT),
    percent: plain(DataTypes.INTEGER),
    amountMinor: plain(DataTypes.INTEGER),
    currency: plain(DataTypes.TEXT),
    leastMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    most: plain(DataTypes.INTEGER),
    used: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    each: plain(DataTypes.INTEGER, { defaultValue: 1 }),
    startsAt: plain(DataTypes.DATE),
    endsAt: plain(DataTypes.DATE),
    createdBy: duty(),
    createdAt: plain(DataTypes.DATE, today),
  },
})
