import { Booking, type Order, OrderItem, Refund } from '../../../models/index.ts'
import { refundPercent } from '../../mentoring/cancellation-policy.ts'
import { disputeOf } from '../disputes/standing.ts'
import { isWithinPolicy, sharesWatched } from '../refund-policy.ts'
import { sharesOf } from './shares.ts'

/**
 * What asking for a line's money would do now: it goes back at once, it is asked of our staff, the session has to be
 * cancelled for it, or nothing, with why. The amounts are those that would go back, or could.
 */
export type Preview = ReturnType<typeof sharesOf> & {
  way: 'at once' | 'ask' | 'cancel' | 'none'
  because?: 'not paid' | 'nothing left' | 'under way' | 'disputed'
}

type Known = {
  order: Order
  watched: Map<string, number>
  bookings: Map<string, Booking>
  refunds: Refund[]
  isDisputed: boolean
}

/** For each line of an order, by its id. Four statements, however many lines there are. */
export async function previewsOf(order: Order, now: Date) {
  const items = order.items ?? (await OrderItem.findAll({ where: { orderId: order.id } }))
  const ids = (name: 'courseId' | 'bookingId') => items.flatMap((item) => item[name] ?? [])
  const [watched, bookings, refunds, dispute] = await Promise.all([
    sharesWatched(order.buyerId!, ids('courseId')),
    Booking.findAll({ where: { id: ids('bookingId') } }),
    Refund.findAll({ where: { orderItemId: items.map(({ id }) => id) } }),
    disputeOf(order.id),
  ])
  const known = { order, watched, bookings: new Map(bookings.map((one) => [one.id, one])), refunds }
  return new Map(items.map((item) => [item.id, previewOf(item, { ...known, isDisputed: dispute !== null }, now)]))
}

function previewOf(item: OrderItem, { order, watched, bookings, refunds, isDisputed }: Known, now: Date): Preview {
  const own = refunds.filter(({ orderItemId }) => orderItemId === item.id)
  const counted = own.filter(({ state }) => ['pending', 'succeeded'].includes(state))
  const before = { amountMinor: sum(counted, 'amountMinor'), taxMinor: sum(counted, 'taxMinor') }
  const left = item.leftMinor
  const booking = item.bookingId ? bookings.get(item.bookingId) : undefined
  const isAhead = booking?.isAheadAt(now) ?? false
  const due = booking && isAhead ? Math.round((item.totalMinor * refundPercent(booking, 'mentee', now)) / 100) : left
  const amounts = sharesOf(item, Math.max(0, Math.min(due, left)), before)

  const none = (because: Preview['because']): Preview => ({ ...sharesOf(item, 0, before), way: 'none', because })
  if (order.state !== 'paid') return none('not paid')
  if (isDisputed) return none('disputed')
  if (own.some(({ state }) => ['asked', 'pending', 'failed'].includes(state))) return none('under way')
  if (left === 0) return none('nothing left')
  if (isAhead) return { ...amounts, way: 'cancel' }
  const isInside = item.courseId && isWithinPolicy(order.paidAt!, watched.get(item.courseId) ?? 0, now)
  return { ...amounts, way: isInside ? 'at once' : 'ask' }
}

function sum(refunds: Refund[], column: 'amountMinor' | 'taxMinor') {
  return refunds.reduce((all, refund) => all + refund[column], 0)
}
