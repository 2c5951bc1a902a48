import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Coupon } from './coupon.ts'
import { Row } from './row.ts'

/** A coupon in somebody's cart, kept for an order while it is paid, used up or let go with it. */
export class CouponUse extends Row<CouponUse> {
  declare id: CreationOptional<string>
  declare couponId: string
  declare memberId: string
  declare orderId: CreationOptional<string | null>
  declare state: CreationOptional<'chosen' | 'reserved' | 'redeemed' | 'released'>
  declare createdAt: CreationOptional<Date>
  declare coupon?: NonAttribute<Coupon>
}

table(CouponUse, 'coupon_uses', {
  title: 'Coupons you used',
  section: 'purchases',
  purpose: 'To count a coupon once for each person',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'memberId' },
  exportedAs: 'purchases/coupons.json',
  editedAt: '/cart',
  columns: {
    id: plain(DataTypes.UUID, key),
    couponId: plain(DataTypes.UUID),
    memberId: person('member'),
    orderId: plain(DataTypes.UUID),
    state: plain(DataTypes.TEXT, { defaultValue: 'chosen' }),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'when' }, today),
  },
})
