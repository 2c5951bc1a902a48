import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared, kept } from '../privacy/vocabulary.ts'
import { companyStays, type Order } from './order.ts'
import { Row } from './row.ts'

const company = { category: 'account', onErasure: kept(companyStays) } as const

/**
 * What is written on it and never changes: seller, lines, taxes, day, what it corrects. Nothing about the buyer, and of a
 * line not its title, in which its mentor may have a name: that is read from the item, where it can be taken out.
 */
export type InvoiceBody = {
  seller: { name: string; address: string; country: string; vatId: string }
  orderNumber: string
  paidOn: string
  lines: InvoiceLine[]
  taxes: { rate: number; netMinor: number; taxMinor: number }[]
  /** The document it refers to. */
  corrects?: { number: string; issuedOn: string; because: string }
}

/** Sums include tax, and are below zero on a credit note. */
export type InvoiceLine = {
  itemId: string
  kind: 'course' | 'session'
  priceMinor: number
  discountMinor: number
  totalMinor: number
  taxRate: number
  taxMinor: number
  deliveredOn: string | null
}

/**
 * An issued document. A trigger lets nothing about it change but that the buyer's own name and address become empty when
 * they leave; a company stays. The digest covers the body and the sums (P16, P23, P29).
 */
export class Invoice extends Row<Invoice> {
  declare id: CreationOptional<string>
  declare series: string
  declare running: number
  declare number: string
  declare kind: 'invoice' | 'credit note'
  declare orderId: string
  declare refundId: CreationOptional<string | null>
  declare correctsId: CreationOptional<string | null>
  declare buyerId: string | null
  declare buyerName: CreationOptional<string | null>
  declare buyerAddress: CreationOptional<string | null>
  declare company: CreationOptional<string | null>
  declare companyAddress: CreationOptional<string | null>
  declare vatId: CreationOptional<string | null>
  declare country: string
  declare currency: string
  /** Below zero on a credit note. */
  declare totalMinor: number
  declare taxMinor: number
  declare body: InvoiceBody
  declare digest: Buffer
  declare issuedAt: CreationOptional<Date>
  declare order?: NonAttribute<Order>
  declare corrects?: NonAttribute<Invoice | null>

  /** Of what was bought; not one by which the credit note of a refund that came back was taken back. */
  get isSale(): NonAttribute<boolean> {
    return this.kind === 'invoice' && !this.refundId
  }
}

table(Invoice, 'invoices', {
  title: 'Invoices',
  section: 'purchases',
  purpose: 'To keep the books that the law asks for',
  lawfulBasis: 'legal obligation',
  onErasure: 'anonymised',
  retention: { asLongAs: 'orderId', because: 'the law asks for it, for seven years from the end of its year' },
  exportedAs: 'purchases/invoices.csv',
  printed: { as: 'purchases/invoices/*.pdf', named: 'number' },
  editedAt: '/purchases',
  columns: {
    id: plain(DataTypes.UUID, key),
    series: plain(DataTypes.TEXT),
    running: plain(DataTypes.INTEGER),
    number: plain(DataTypes.TEXT),
    kind: plain(DataTypes.TEXT),
    orderId: plain(DataTypes.UUID),
    refundId: plain(DataTypes.UUID),
    correctsId: plain(DataTypes.UUID),
    buyerId: person('buyer'),
    buyerName: personal(DataTypes.TEXT, { category: 'identity', label: 'name on the invoice', onErasure: cleared }),
    buyerAddress: personal(DataTypes.TEXT, {
      category: 'contact',
      label: 'address on the invoice',
      onErasure: cleared,
    }),
    company: personal(DataTypes.TEXT, { ...company, label: 'company' }),
    companyAddress: personal(DataTypes.TEXT, { ...company, label: 'address of the company' }),
    vatId: personal(DataTypes.TEXT, { ...company, label: 'VAT id' }),
    country: plain(DataTypes.TEXT),
    currency: plain(DataTypes.TEXT),
    totalMinor: plain(DataTypes.INTEGER),
    taxMinor: plain(DataTypes.INTEGER),
    body: plain(DataTypes.JSONB),
    digest: plain(DataTypes.BLOB),
    issuedAt: plain(DataTypes.DATE, today),
  },
})
