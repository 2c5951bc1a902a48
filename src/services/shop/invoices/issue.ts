import { config } from '../../../config.ts'
import { Invoice, Order, OrderItem, type Refund } from '../../../models/index.ts'
import type { InvoiceBody, InvoiceLine } from '../../../models/invoice.ts'
import { booksKeptFrom } from './books.ts'
import { digestOf } from './digest.ts'
import { nextNumber } from './number.ts'

/** Whom a document is made out to. Nobody on a simplified one; a company with all three of its own. */
export type Billed = Pick<Invoice, 'buyerName' | 'buyerAddress' | 'company' | 'companyAddress' | 'vatId'>

type Draft = {
  kind: Invoice['kind']
  order: Order
  billed: Billed
  lines: InvoiceLine[]
  corrects?: Invoice
  because?: string
  refundId?: string
}

/**
 * Issues the invoice of an order that is paid, inside the caller's transaction, and with it the number: if that is
 * rolled back, the next one takes it (P16, P29). Without a buyer's name it is a simplified one (Art. 226b). `known` are
 * all lines of the order, by id.
 */
export async function issueInvoice(order: Order, now: Date, known?: OrderItem[]) {
  const items = known ?? (await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] }))
  return draw({ kind: 'invoice', order, billed: billedOn(order), lines: items.map(lineOf) }, now)
}

/**
 * Issues the credit note of a refund, inside the caller's transaction. It refers to the invoice that stands, and names
 * whom that one names: after an erasure nobody. Throws where the order has none.
 */
export async function issueCreditNote(refund: Refund, now: Date) {
  const item = await OrderItem.findByPk(refund.orderItemId, { rejectOnEmpty: true })
  const order = await Order.findByPk(item.orderId, { lock: true, rejectOnEmpty: true }) // while nobody corrects it
  const corrects = await standingInvoice(item.orderId)
  const { amountMinor, taxMinor } = refund
  const line = {
    ...lineOf(item),
    ...{ priceMinor: -amountMinor, discountMinor: 0, totalMinor: -amountMinor, taxMinor: 0 - taxMinor },
  }
  const [billed, refundId] = [billedOn(corrects), refund.id]
  return draw({ kind: 'credit note', order, billed, lines: [line], corrects, because: 'refund', refundId }, now)
}

/** The credit note of a refund, unless it has been taken back. */
export async function standingNote({ id: refundId }: Refund) {
  const last = await Invoice.findOne({ where: { refundId }, order: [['id', 'desc']] })
  return last?.kind === 'credit note' ? last : undefined
}

/**
 * Takes the credit note of a refund back by an invoice over the same, inside the caller's transaction: the money came back
 * to us. Nothing where it has none.
 */
export async function takeBackCreditNote(refund: Refund, now: Date) {
  const corrects = await standingNote(refund)
  if (!corrects) return
  const order = await Order.findByPk(corrects.orderId, { lock: true, rejectOnEmpty: true })
  const [billed, lines] = [billedOn(corrects), corrects.body.lines.map(takenBack)]
  const why = { because: 'refund came back', refundId: refund.id }
  await draw({ kind: 'invoice', order, billed, lines, corrects, ...why }, now)
}

/** The invoice of an order that nothing has taken the place of. */
export function standingInvoice(orderId: string) {
  const where = { orderId, kind: 'invoice' as const, refundId: null }
  return Invoice.findOne({ where, order: [['id', 'desc']], rejectOnEmpty: true })
}

/** Writes a document down for good. */
export async function draw({ kind, order, billed, lines, corrects, because = '', refundId }: Draft, now: Date) {
  const body: InvoiceBody = {
    seller: config.seller,
    orderNumber: order.number,
    paidOn: dayOf(order.paidAt ?? now),
    lines,
    taxes: taxesOf(lines),
    ...(corrects && { corrects: { number: corrects.number, issuedOn: dayOf(corrects.issuedAt), because } }),
  }
  const { id: orderId, buyerId, country, currency } = order
  const document = Invoice.build({
    ...(await nextNumber(kind, now)),
    ...{ kind, orderId, refundId, correctsId: corrects?.id, buyerId, ...billed, country, currency },
    ...{ totalMinor: sumOf(lines, 'totalMinor'), taxMinor: sumOf(lines, 'taxMinor'), body, issuedAt: now },
    digest: Buffer.alloc(0),
  })
  document.digest = digestOf(document)
  await document.save()
  await order.update({ keptFrom: booksKeptFrom(now) })
  return document
}

export function billedOn({ buyerName, buyerAddress, company, companyAddress, vatId }: Order | Invoice): Billed {
  return { buyerName, buyerAddress, company, companyAddress, vatId }
}

function lineOf(item: OrderItem): InvoiceLine {
  const { id: itemId, kind, priceMinor, discountMinor, totalMinor, taxRate, taxMinor, deliveredAt } = item
  const deliveredOn = deliveredAt && dayOf(deliveredAt)
  return { itemId, kind, priceMinor, discountMinor, totalMinor, taxRate, taxMinor, deliveredOn }
}

/** The same line the other way round. */
export function takenBack(line: InvoiceLine): InvoiceLine {
  const { priceMinor, discountMinor, totalMinor, taxMinor } = line
  const back = { priceMinor: 0 - priceMinor, discountMinor: 0 - discountMinor }
  return { ...line, ...back, totalMinor: 0 - totalMinor, taxMinor: 0 - taxMinor }
}

/** A line for each rate, whose sums are those of its lines, to the cent. */
function taxesOf(lines: InvoiceLine[]) {
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))].toSorted((a, b) => b - a)
  return rates.map((rate) => {
    const taxed = lines.filter(({ taxRate }) => taxRate === rate)
    const taxMinor = sumOf(taxed, 'taxMinor')
    return { rate, netMinor: sumOf(taxed, 'totalMinor') - taxMinor, taxMinor }
  })
}

function sumOf(lines: InvoiceLine[], column: 'totalMinor' | 'taxMinor') {
  return lines.reduce((sum, line) => sum + line[column], 0)
}

function dayOf(instant: Date) {
  return instant.toISOString().slice(0, 10)
}
