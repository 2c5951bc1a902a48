import { Op } from 'sequelize'
import { Booking, type Course, type Order, OrderItem, Refund, type User } from '../../src/models/index.ts'
import { payPageOf } from '../../src/services/shop/pay-page.ts'
import { settle } from '../../src/services/shop/settle.ts'
import { createCourse } from './course-factories.ts'
import { createUser } from './factories.ts'
import { createBooking } from './mentoring-factories.ts'
import { offered } from './sessions-world.ts'
import { createCartItem, createOrder, createOrderItem } from './shop-factories.ts'
import { card, type openStripe } from './stripe.ts'

const MINUTE = 60_000
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE)

type Wishes = { buyer?: User; course?: Course; session?: object | false }

/** Somebody at Stripe's door with a course, and a session that is held for them unless they want none. */
export async function ordered(account: ReturnType<typeof openStripe>, { buyer, course, session = {} }: Wishes = {}) {
  const maya = buyer ?? (await createUser({ name: 'Maya', timeZone: 'Europe/Berlin' }))
  const wanted = course ?? (await createCourse({ priceMinor: 4900, status: 'published' }))
  const held = session ? await aHold(maya, session) : undefined
  const order = await createOrder({
    ...{ buyerId: maya.id, state: 'pending', paidAt: null, keptFrom: null, stripeSession: null, stripePayment: null },
    ...{ totalMinor: held ? 9400 : 4900, taxMinor: held ? 1500 : 782, expiresAt: inMinutes(35) },
  })
  const line = { orderId: order.id, buyerId: maya.id, deliveredAt: null }
  const item = await createOrderItem({ ...line, courseId: wanted.id, sellerId: wanted.authorId })
  await createCartItem({ memberId: maya.id, courseId: wanted.id })
  const paidHour = { priceMinor: 4500, totalMinor: 4500, taxMinor: 718, feeMinor: 1350 }
  const hour = { kind: 'session' as const, title: 'A first look', bookingId: held?.id, sellerId: held?.mentorId }
  const booked = held && (await createOrderItem({ ...line, ...hour, ...paidHour }))
  if (held) await createCartItem({ memberId: maya.id, bookingId: held.id })
  const url = await payPageOf(order, maya, new Date())
  await order.reload()

  return {
    ...{ maya, course: wanted, order, item, booked: booked!, booking: held!, url },
    pay: (number = card.pays) => account.press(url, { card: number }),
    async paid(number = card.pays) {
      await account.press(url, { card: number })
      await settle(order.id, new Date())
      return order.reload()
    },
  }
}

async function aHold(maya: User, overrides: object) {
  const { mentor, type } = await offered({ priceMinor: 4500, needsApproval: true }, { slug: `tomas-${sequence++}` })
  // Next Monday at ten, by the mentor's clock.
  const startsAt = mondayAtTen()
  const held = { mentorId: mentor.id, menteeId: maya.id, typeId: type.id, state: 'held' as const, priceMinor: 4500 }
  return createBooking({ ...held, startsAt, holdExpiresAt: inMinutes(35), ...overrides })
}

let sequence = 0

function mondayAtTen() {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7) + 7)
  day.setUTCHours(10, 0, 0, 0)
  return day
}

/** "pending 4900" for each refund, the oldest first. */
export async function refundStates() {
  const refunds = await Refund.findAll({ order: ['id'] })
  return refunds.map(({ state, amountMinor }) => `${state} ${amountMinor}`)
}

/** What somebody has in the end, and what the books say of it. */
export async function ledger({ id }: Order) {
  const items = await OrderItem.findAll({ where: { orderId: id }, include: 'refunds', order: ['id'] })
  const bookings = await Booking.findAll({
    where: { id: { [Op.in]: items.flatMap(({ bookingId }) => bookingId ?? []) } },
  })
  return { items, bookings, refunds: items.flatMap(({ refunds }) => refunds ?? []) }
}
