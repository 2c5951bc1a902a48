import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept, scrubbed } from '../privacy/vocabulary.ts'
import type { Booking } from './booking.ts'
import type { Course } from './course.ts'
import type { Order } from './order.ts'
import type { Refund } from './refund.ts'
import { Row } from './row.ts'

/** A course or a session in an order, as it was called and priced then. Its seller sees what it earned, not who bought it. */
export class OrderItem extends Row<OrderItem> {
  declare id: CreationOptional<string>
  declare orderId: string
  declare buyerId: string | null
  declare sellerId: string | null
  declare courseId: CreationOptional<string | null>
  declare bookingId: CreationOptional<string | null>
  declare kind: 'course' | 'session'
  declare title: string
  /** With tax, before the discount. */
  declare priceMinor: number
  declare discountMinor: CreationOptional<number>
  /** What is paid for it, tax included. */
  declare totalMinor: number
  /** In hundredths of a percent. */
  declare taxRate: number
  declare taxMinor: number
  /** What the platform keeps of it, and pays the tax from. */
  declare feeMinor: number
  declare refundedMinor: CreationOptional<number>
  /** What a bank took of it for good. */
  declare lostMinor: CreationOptional<number>
  /** When it last did: known for as long as the books, and so for longer than the dispute. */
  declare lostAt: CreationOptional<Date | null>
  /** When its buyer got it. */
  declare deliveredAt: CreationOptional<Date | null>
  /** Where its seller is still paid, who has left. */
  declare payoutAccount: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  declare order?: NonAttribute<Order>
  declare course?: NonAttribute<Course | null>
  declare booking?: NonAttribute<Booking | null>
  declare refunds?: NonAttribute<Refund[]>

  /** What went back of it, by us or by a bank. */
  get backMinor(): NonAttribute<number> {
    return this.refundedMinor + this.lostMinor
  }

  /** What can still go back of it. */
  get leftMinor(): NonAttribute<number> {
    return this.totalMinor - this.backMinor
  }
}

/** It tells where a buyer lives, which is nothing to their mentor (P09). */
const tax = { of: 'buyer', category: 'account', onErasure: kept('the books say what tax was paid') } as const

/** What was bought with a session, whose mentee has a name, was bought by them: for a mentor lines do not belong together. */
const together = 'buyer'

table(OrderItem, 'order_items', {
  title: 'What was bought',
  section: 'purchases',
  purpose: 'To know what was paid for, and whose work it was',
  lawfulBasis: 'legal obligation',
  onErasure: { buyer: 'anonymised', seller: 'anonymised' },
  retention: { asLongAs: 'orderId', because: 'it is a line of the books' },
  exportedAs: 'purchases/items.csv',
  editedAt: '/purchases',
  columns: {
    id: plain(DataTypes.UUID, key),
    orderId: plain(DataTypes.UUID, {}, together),
    buyerId: person('buyer'),
    sellerId: person('seller'),
    courseId: plain(DataTypes.UUID),
    bookingId: plain(DataTypes.UUID),
    kind: plain(DataTypes.TEXT),
    title: personal(DataTypes.TEXT, {
      of: 'seller',
      category: 'opinion',
      seenBy: ['buyer', 'stripe', 'mail'],
      onErasure: scrubbed,
    }),
    priceMinor: plain(DataTypes.INTEGER),
    discountMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    totalMinor: plain(DataTypes.INTEGER),
    taxRate: personal(DataTypes.INTEGER, { ...tax, label: 'rate of the tax' }),
    taxMinor: personal(DataTypes.INTEGER, { ...tax, label: 'tax' }),
    feeMinor: plain(DataTypes.INTEGER),
    refundedMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    lostMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    lostAt: plain(DataTypes.DATE),
    deliveredAt: personal(DataTypes.DATE, {
      of: 'buyer',
      category: 'activity',
      label: 'given to you',
      seenBy: ['stripe'],
      onErasure: kept('the books say when a service was rendered'),
    }),
    payoutAccount: personal(DataTypes.TEXT, {
      of: 'seller',
      category: 'technical',
      label: "Stripe's number of your account, once you have left",
      onErasure: kept('you are still owed what was sold; it goes as soon as that is paid'),
    }),
    createdAt: plain(DataTypes.DATE, today, together),
  },
})
