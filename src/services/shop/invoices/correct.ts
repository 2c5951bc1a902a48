import { together } from '../../../db/together.ts'
import { Forbidden } from '../../../errors.ts'
import { daysAfter } from '../../../lib/due.ts'
import { Invoice, Order, StaffAction, type Ticket, type User } from '../../../models/index.ts'
import { post } from '../../mail/post.ts'
import { type Billed, billedOn, draw, takenBack } from './issue.ts'

const DAYS_TO_CORRECT = 14

/** Who of our staff puts it right, and why. */
export type ByStaff = { staff: User; reason: string; ticket?: Ticket }

/** Until when its buyer can put an invoice right by themselves; later they ask by ticket (P23). */
export function correctableUntil({ paidAt }: Order) {
  return daysAfter(paidAt!, DAYS_TO_CORRECT)
}

export function saysTheSame(invoice: Invoice, billed: Billed) {
  const [now, then] = [billedOn(invoice), billed]
  return Object.keys(then).every((name) => now[name as keyof Billed] === then[name as keyof Billed])
}

/**
 * Takes an invoice back by a credit note and issues it anew, made out to somebody else: both refer to the first, which
 * stays on record as it was (P23). No money moves: the two come to nothing. What has been paid back already stands on
 * neither. Throws Forbidden where another stands in its place, nothing of it is left, or its buyer has left.
 */
export function correctInvoice({ id, orderId }: Invoice, billed: Billed, now: Date, by?: ByStaff) {
  return together(async () => {
    const order = await Order.findByPk(orderId, { lock: true, rejectOnEmpty: true })
    const documents = await Invoice.findAll({ where: { orderId }, order: ['id'] })
    const corrects = documents.findLast(({ isSale }) => isSale)!
    const lines = leftOf(documents)
    if (corrects.id !== id) throw new Forbidden(`Another invoice stands in the place of this one: ${corrects.number}.`)
    if (lines.length === 0) throw new Forbidden('All of this invoice has been paid back. Nothing is left to put right.')
    if (!order.buyerId) throw new Forbidden('Who bought this has left. Nobody can be named on it any more.')

    const common = { order, corrects, because: 'correction' }
    await draw({ ...common, kind: 'credit note', billed: billedOn(corrects), lines: lines.map(takenBack) }, now)
    const issued = await draw({ ...common, kind: 'invoice', billed, lines }, now)
    await order.update(billed)
    if (by) await note(by, order.buyerId, issued, now)
    await post('invoice-corrected', { userId: order.buyerId, aboutId: order.id })
    return issued
  })
}

/** Of each line what no credit note has taken back; what was free from the beginning is left too. */
function leftOf(documents: Invoice[]) {
  const lines = documents.flatMap(({ body }) => body.lines)
  const first = documents[0]!.body.lines
  return first
    .map((line) => {
      const same = lines.filter(({ itemId }) => itemId === line.itemId)
      const sum = (name: 'priceMinor' | 'discountMinor' | 'totalMinor' | 'taxMinor') =>
        same.reduce((total, one) => total + one[name], 0)
      return {
        ...{ ...line, priceMinor: sum('priceMinor'), discountMinor: sum('discountMinor') },
        ...{ totalMinor: sum('totalMinor'), taxMinor: sum('taxMinor') },
      }
    })
    .filter(({ totalMinor }, index) => totalMinor > 0 || first[index]!.totalMinor === 0)
}

function note({ staff, reason, ticket }: ByStaff, aboutId: string, { number }: Invoice, now: Date) {
  const action = `corrected an invoice, which is ${number} now`
  return StaffAction.create({ staffId: staff.id, aboutId, ticketId: ticket?.id, action, reason, createdAt: now })
}
