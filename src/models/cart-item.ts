import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Booking } from './booking.ts'
import type { Course } from './course.ts'
import { Row } from './row.ts'

/** Something in the cart of somebody who is signed in, and what it cost when they put it there. A visitor's is in a cookie. */
export class CartItem extends Row<CartItem> {
  declare id: CreationOptional<string>
  declare memberId: string
  declare courseId: CreationOptional<string | null>
  /** A session that is held for them. */
  declare bookingId: CreationOptional<string | null>
  declare priceSeenMinor: number
  declare currency: string
  declare createdAt: CreationOptional<Date>
  declare course?: NonAttribute<Course | null>
  declare booking?: NonAttribute<Booking | null>
}

table(CartItem, 'cart_items', {
  title: 'Your cart',
  section: 'purchases',
  purpose: 'To remember what you want to buy',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '6 months', from: 'createdAt', because: 'nobody comes back for an older cart' },
  exportedAs: 'purchases/cart.json',
  editedAt: '/cart',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    courseId: plain(DataTypes.UUID),
    bookingId: plain(DataTypes.UUID),
    priceSeenMinor: plain(DataTypes.INTEGER),
    currency: plain(DataTypes.TEXT),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'since' }, today),
  },
})
