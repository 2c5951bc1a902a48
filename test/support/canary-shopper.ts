import { drainQueue } from '../../src/jobs/queue.ts'
import { Invoice, Order, TaxRate } from '../../src/models/index.ts'
import { createCourse } from './course-factories.ts'
import { createUser } from './factories.ts'
import { offered } from './sessions-world.ts'
import { card, type openStripe } from './stripe.ts'
import { html, signedIn } from './visitor.ts'

/** What stands nowhere else, by the field that somebody types it into. */
export const marks = {
  name: 'Quillfeather',
  email: 'quillmail',
  bio: 'quillbio',
  headline: 'quillhead',
  skill: 'quillskill',
  link: 'quilllink',
  billed: 'Featherbill',
  address: 'Featherlane',
  corrected: 'Feathermend',
  moved: 'Featherroad',
  message: 'feathertopic',
  why: 'featherwhy',
}

type Account = ReturnType<typeof openStripe>

/** Somebody who can be told from everybody else fills each field on the way through the shop. */
export async function canaryShopper(account: Account) {
  const { mentor, page } = await offered({ priceMinor: 4500, needsApproval: false })
  const course = await createCourse({
    authorId: mentor.id,
    slug: 'joints',
    title: 'Joints that hold',
    priceMinor: 4900,
  })
  await TaxRate.create({ country: 'DE', rate: 1900, valid: '[2025-01-01,)' })
  const person = await createUser({
    ...{ name: `Zephyrine ${marks.name}`, email: `${marks.email}@canary.example`, timeZone: 'Europe/Berlin' },
    ...{ bio: marks.bio, headline: marks.headline, skills: [marks.skill], links: [`https://${marks.link}.example/`] },
  })
  const browser = await signedIn(person)
  const send = async (path: string, fields: object, from: string) => {
    const answer = await browser.submit(path, fields, { from })
    if (answer.status !== 303)
      throw new Error(`${path} was answered with ${answer.status}: ${html(answer)('main').text()}`)
    return answer.headers.location!
  }
  const typed = async (path: string, ...names: string[]) => {
    const $ = html(await browser.visit(path).expect(200))
    return Object.fromEntries(names.map((name) => [name, String($(`main [name=${name}]`).first().val())]))
  }

  /** A course and a session, on an invoice with name and address, with a card to be remembered. */
  async function buy() {
    await send('/cart/items', { course: course.slug }, '/courses/joints')
    const time = await typed(page, 'type', 'start', 'client_token')
    await send(`/mentors/${mentor.slug}/bookings`, { ...time, message: `About a ${marks.message}.` }, page)
    const bill = await typed('/checkout', 'country', 'client_token', 'prices')
    const billed = { full: 'on', name: `Zephyrine ${marks.billed}`, address: `${marks.address} 7, Berlin` }
    const url = await send('/checkout', { ...bill, ...billed, terms: 'on', remember: 'on' }, '/checkout')
    const back = new URL((await account.press(url, { card: card.pays })).headers.get('location')!)
    await browser.visit(back.pathname + back.search).expect(200)
    await tell()
    return Order.findOne({ where: { buyerId: person.id }, include: 'items', rejectOnEmpty: true })
  }

  /** The invoice is put right, then the course is given back. */
  async function thinkAgain(order: Order) {
    const { number } = (await Invoice.findOne({ where: { orderId: order.id }, rejectOnEmpty: true }))!
    const right = { full: 'on', name: `Zephyrine ${marks.corrected}`, address: `${marks.moved} 8, Berlin` }
    await send(`/invoices/${number}/correction`, right, `/invoices/${number}/correction`)
    const item = order.items!.find(({ courseId }) => courseId)!.id
    await send(`/purchases/${order.id}/refund`, { item, reason: `It was too ${marks.why}.` }, `/purchases/${order.id}`)
    await tell()
  }

  /** All that happened at Stripe, and whatever follows from it. */
  async function tell() {
    await drainQueue()
    for (const event of account.events()) await account.tell(event)
    await drainQueue()
  }

  return { person, mentor, browser, buy, thinkAgain }
}
