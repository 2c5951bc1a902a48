import { v4, v7 } from 'uuid'
import { countryOf } from '../src/lib/countries.ts'
import { newReference } from '../src/lib/reference.ts'
import { sql } from '../src/lib/sql.ts'
import { Booking, Enrolment, Order, OrderItem, User } from '../src/models/index.ts'
import { booksKeptFrom } from '../src/services/shop/invoices/books.ts'
import { issueInvoice } from '../src/services/shop/invoices/issue.ts'
import { priced } from '../src/services/shop/pricing.ts'
import { rateOf } from '../src/services/shop/tax.ts'
import { daysBefore } from './days.ts'

type Bought = Pick<OrderItem, 'buyerId' | 'sellerId' | 'kind' | 'title' | 'courseId' | 'bookingId' | 'deliveredAt'> & {
  paidAt: Date
  priceMinor: number
}

/** What the people of the demo paid for so far: an order for each, with the invoice of its day, in the order of their days. */
export async function seedPurchases(now: Date) {
  const bought = [...(await courses()), ...(await sessions(now))].toSorted((a, b) => +a.paidAt - +b.paidAt)
  const buyers = await User.findAll({ attributes: ['id', 'timeZone'] })
  const countries = new Map(buyers.map(({ id, timeZone }) => [id, countryOf(timeZone) ?? 'DE']))
  const rates = new Map<string, number>()
  for (const country of new Set(countries.values())) rates.set(country, await rateOf(country, now))

  const made = bought.map((one) => {
    const country = countries.get(one.buyerId!)!
    return orderOf(one, country, rates.get(country)!)
  })
  const orders = await Order.bulkCreate(made.map(({ order }) => order))
  await OrderItem.bulkCreate(made.map(({ item }) => item))
  await sql(`update enrolments e set order_item_id = i.id from order_items i
    where e.source = 'order' and i.buyer_id = e.learner_id and i.course_id = e.course_id`)
  for (const order of orders) await issueInvoice(order, order.paidAt!)
}

async function courses(): Promise<Bought[]> {
  const places = await Enrolment.findAll({ where: { source: 'order' }, include: 'course' })
  return places.map(({ learnerId: buyerId, courseId, course, createdAt: paidAt }) => {
    const { authorId: sellerId, title, priceMinor } = course!
    const thing = { kind: 'course' as const, courseId, bookingId: null, title, priceMinor }
    return { buyerId, sellerId, ...thing, paidAt, deliveredAt: paidAt }
  })
}

/** What was cancelled has been given back, and is left out. */
async function sessions(now: Date): Promise<Bought[]> {
  const booked = await Booking.findAll({ where: { state: ['requested', 'confirmed', 'completed'] } })
  const paid = booked.filter(({ priceMinor }) => priceMinor > 0)
  return paid.map(({ id, menteeId, mentorId, title, priceMinor, createdAt, state, endsAt }) => {
    const thing = { kind: 'session' as const, courseId: null, bookingId: id, title, priceMinor }
    const paidAt = createdAt < now ? createdAt : daysBefore(now, 0.1)
    return {
      buyerId: menteeId,
      sellerId: mentorId,
      ...thing,
      paidAt,
      deliveredAt: state === 'completed' ? endsAt : null,
    }
  })
}

function orderOf({ paidAt, priceMinor, ...thing }: Bought, country: string, taxRate: number) {
  const { lines, totalMinor, taxMinor } = priced([priceMinor], taxRate)
  const { buyerId } = thing
  const order = {
    ...{ id: v7(), number: newReference('OR'), buyerId, state: 'paid' as const, currency: 'EUR', country },
    ...{ totalMinor, taxMinor, clientToken: v4(), termsVersion: '2026-11-23' },
    ...{ createdAt: paidAt, expiresAt: paidAt, paidAt, keptFrom: booksKeptFrom(paidAt) },
  }
  return { order, item: { orderId: order.id, ...thing, ...lines[0]!, taxRate, createdAt: paidAt } }
}
