import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared, kept } from '../privacy/vocabulary.ts'
import type { Dispute } from './dispute.ts'
import type { Invoice } from './invoice.ts'
import type { OrderItem } from './order-item.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

export type OrderState = 'pending' | 'processing' | 'paid' | 'failed' | 'expired'

/** Neither paid nor ended: its buyer is about to pay, or has, with money that takes days and leaves the cart to them. */
export const underWay: OrderState[] = ['pending', 'processing']

/** Why a company stays in the books of who has left. */
export const companyStays = 'an invoice to a company has to name it and its VAT id, for as long as the books are kept'
const company = { category: 'account', onErasure: kept(companyStays) } as const

/**
 * What somebody buys at once, with prices, tax and rules as they were then. Nothing of a card is here (P03, P34). The
 * books keep amount, item, day, tax and country for seven years, without a name once its person has left (P29).
 */
export class Order extends Row<Order> {
  declare id: CreationOptional<string>
  /** What people call it. */
  declare number: string
  declare buyerId: string | null
  declare state: OrderState
  declare currency: string
  /** What is paid, tax and discount included in the count. */
  declare totalMinor: number
  declare discountMinor: CreationOptional<number>
  declare taxMinor: number
  /** Whose tax it is. */
  declare country: string
  declare buyerName: CreationOptional<string | null>
  declare buyerAddress: CreationOptional<string | null>
  declare company: CreationOptional<string | null>
  declare companyAddress: CreationOptional<string | null>
  declare vatId: CreationOptional<string | null>
  declare termsVersion: CreationOptional<string | null>
  /** Made with the form: the same one sent twice buys once. */
  declare clientToken: string
  declare rememberCard: CreationOptional<boolean>
  /** How often a page to pay it was made at Stripe. */
  declare attempt: CreationOptional<number>
  declare stripeSession: CreationOptional<string | null>
  declare stripePayment: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  /** Until when it can be paid. */
  declare expiresAt: Date
  declare paidAt: CreationOptional<Date | null>
  /** The last day of the year in which a document was issued for it: its seven years count from there. */
  declare keptFrom: CreationOptional<string | null>
  declare buyer?: NonAttribute<User | null>
  declare items?: NonAttribute<OrderItem[]>
  declare disputes?: NonAttribute<Dispute[]>
  declare invoices?: NonAttribute<Invoice[]>

  get isUnderWay(): NonAttribute<boolean> {
    return underWay.includes(this.state)
  }
}

const atStripe = {
  category: 'technical',
  onErasure: kept('the books have to match with those of Stripe; it names nobody'),
} as const

table(Order, 'orders', {
  title: 'Purchases',
  section: 'purchases',
  purpose: 'To give you what you paid for, and to keep the books that the law asks for',
  lawfulBasis: 'legal obligation',
  onErasure: 'anonymised',
  retention: {
    keep: '7 years',
    from: 'keptFrom',
    because: 'the law asks for books; what was never paid goes within a month',
  },
  exportedAs: 'purchases/orders.csv',
  editedAt: '/purchases',
  columns: {
    id: plain(DataTypes.UUID, key),
    number: plain(DataTypes.TEXT),
    buyerId: person('buyer'),
    state: plain(DataTypes.TEXT),
    currency: plain(DataTypes.TEXT),
    totalMinor: plain(DataTypes.INTEGER),
    discountMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    taxMinor: plain(DataTypes.INTEGER),
    country: plain(DataTypes.TEXT),
    buyerName: personal(DataTypes.TEXT, { category: 'identity', label: 'name on the invoice', onErasure: cleared }),
    buyerAddress: personal(DataTypes.TEXT, {
      category: 'contact',
      label: 'address on the invoice',
      onErasure: cleared,
    }),
    company: personal(DataTypes.TEXT, { ...company, label: 'company' }),
    companyAddress: personal(DataTypes.TEXT, { ...company, label: 'address of the company' }),
    vatId: personal(DataTypes.TEXT, { ...company, label: 'VAT id' }),
    termsVersion: plain(DataTypes.TEXT),
    clientToken: plain(DataTypes.UUID),
    rememberCard: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    attempt: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    stripeSession: personal(DataTypes.TEXT, { ...atStripe, label: "Stripe's number of the checkout" }),
    stripePayment: personal(DataTypes.TEXT, { ...atStripe, label: "Stripe's number of the payment" }),
    createdAt: plain(DataTypes.DATE, today),
    expiresAt: plain(DataTypes.DATE),
    paidAt: plain(DataTypes.DATE),
    keptFrom: plain(DataTypes.DATEONLY),
  },
})
