import { type CreationOptional, DataTypes } from 'sequelize'
import { duty, key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

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
