import { config } from '../../config.ts'
import { money } from '../../lib/money.ts'
import { Booking, Invoice, type Mail, Order, type OrderItem, Refund, User } from '../../models/index.ts'
import { nearTimes } from '../mentoring/retake.ts'
import { timeForReader } from '../mentoring/session-in-words.ts'
import { pathToTime } from '../mentoring/week-of-times.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'
import { refundReasons } from '../shop/in-words.ts'

const linkTo = (path: string) => config.baseUrl + path

/** What was bought, for how much, and where its invoice is. Nothing of a card, which we do not know. */
export async function orderFacts(mail: Mail) {
  const order = await Order.findByPk(mail.aboutId ?? undefined, { include: ['items', 'buyer'] })
  const { buyer } = order ?? {}
  if (!order || !buyer) return undefined

  const titles = order.items!.map((item) => pick(item, 'title'))
  const [{ email, name }, ...told] = await disclose(
    'mail',
    mail.template,
    buyer.id,
    pick(buyer, 'email', 'name'),
    ...titles,
  )
  const lines = order.items!.map(({ totalMinor }, place) => ({
    title: told[place]!.title,
    amount: money(totalMinor, order.currency),
  }))
  const sale = { orderId: order.id, kind: 'invoice', refundId: null }
  const invoice = await Invoice.findOne({ where: sale, order: [['id', 'desc']] })
  return {
    ...{ to: email, name, lines, number: order.number, total: money(order.totalMinor, order.currency) },
    link: linkTo(`/purchases/${order.id}`),
    invoice: invoice && linkTo(`/invoices/${invoice.number}.pdf`),
  }
}

/** How much goes back for what, and why; where a time has gone, three others that are near it. */
export async function refundFacts(mail: Mail, now: Date) {
  const include = { association: 'item', include: ['order'] }
  const refund = await Refund.findByPk(mail.aboutId ?? undefined, { include })
  const buyer = refund?.buyerId && (await User.findByPk(refund.buyerId))
  if (!refund || !buyer || refund.state === 'refused') return undefined

  const item = refund.item!
  const people = pick(buyer, 'email', 'name', 'timeZone')
  const [{ email, name }, { title }] = await disclose('mail', mail.template, buyer.id, people, pick(item, 'title'))
  return {
    ...{ to: email, name, title, amount: money(refund.amountMinor, item.order!.currency) },
    because: refundReasons[refund.reason],
    link: linkTo(`/purchases/${item.orderId}`),
    times: mail.template === 'time-gone' ? await otherTimes(item, buyer, mail, now) : [],
  }
}

async function otherTimes({ bookingId }: OrderItem, buyer: User, mail: Mail, now: Date) {
  const booking = await Booking.findByPk(bookingId ?? undefined, { include: ['mentor'] })
  if (!booking?.mentor?.slug) return []
  const times = await nearTimes(booking, now)
  const [known] = await disclose('mail', mail.template, booking.mentor.id, pick(booking.mentor, 'slug', 'timeZone'))
  return times.map((time) => ({
    words: timeForReader(time, buyer.timeZone, known.timeZone),
    link: linkTo(pathToTime(known.slug!, time, buyer.timeZone)),
  }))
}
