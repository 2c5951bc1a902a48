import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { findOrderForm, refundForm } from '../../forms/staff/payments.ts'
import { find } from '../../lib/find.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Invoice, Order, Refund } from '../../models/index.ts'
import * as shop from '../../services/shop/in-words.ts'
import { giveByStaff, refuseByStaff, tryAgain } from '../../services/shop/refunds/decide.ts'
import { disputesToAnswer, noteOrderLook, orderByNumber, refundsThatWait } from '../../services/staff/payments-desk.ts'
import { checkReach } from './person.ts'

/** By what stands before the ids of its fields: of one for a refund that is its kind and the refund. */
type Forms = Record<string, Form<object>>

/** What waits, and a way to an order by its number. */
export async function index(req: Request, res: Response) {
  const form = findOrderForm.read(req.query)
  const typed = form.valid ? form.values.number : null
  const found = typed && (await orderByNumber(typed))
  if (found) return res.seeOther(`/staff/orders/${found.id}`)
  const shown = typed
    ? rejected(findOrderForm.blank({ number: typed }), 'number', 'We know no order of that number')
    : form
  const [refunds, disputes] = await Promise.all([refundsThatWait(), disputesToAnswer()])
  res.renderPage('staff/orders/index', { refunds, disputes, form: shown, shop })
}

export async function show(req: Request, res: Response) {
  await renderOrder(req, res, await orderInReach(req))
}

/** Gives money back for a line, asked for or not. */
export async function refund(req: Request, res: Response) {
  const order = await orderInReach(req)
  const form = refundForm.read(req.body)
  if (!form.valid) return renderOrder(req, res.status(422), order, { refund: form })

  const { item: id, amount, reason } = form.values
  const item = order.items!.find((line) => line.id === id)
  if (!item || amount > item.leftMinor) {
    const again = rejected(refundForm.blank(req.body), 'amount', 'That is more than is left of it')
    return renderOrder(req, res.status(422), order, { refund: again })
  }
  const done = await giveByStaff(item, amount, { staff: currentUser(req), reason, now: new Date() })
  backTo(order.id, req, res, done, 'It is on its way. The buyer gets a letter once it has gone.')
}

export async function refuse(req: Request, res: Response) {
  await decide(req, res, 'refusal', refuseByStaff, 'Refused, with your reason.')
}

export async function attempt(req: Request, res: Response) {
  await decide(req, res, 'again', tryAgain, 'It is sent again.')
}

async function decide(req: Request, res: Response, name: string, work: typeof refuseByStaff, sentence: string) {
  const refund = await find(Refund, { id: req.params.refund as string }, { include: 'item' })
  const form = reasonForm.read(req.body)
  const order = await inReach(req, refund.item!.orderId)
  if (!form.valid) return renderOrder(req, res.status(422), order, { [`${name}-${refund.id}`]: form })

  const done = await work(refund, { staff: currentUser(req), reason: form.values.reason, now: new Date() })
  backTo(order.id, req, res, done, sentence)
}

function orderInReach(req: Request) {
  return inReach(req, req.params.id as string)
}

async function inReach(req: Request, id: string) {
  const buyer = { association: 'buyer', attributes: ['id', 'name', 'email', 'role'] }
  const items = { association: 'items', include: ['refunds'] }
  const order = await find(Order, { id }, { include: [buyer, 'disputes', items] })
  checkReach(req, order.buyer)
  return order
}

/** An order as our staff see it. Its buyer can read that somebody looked. */
async function renderOrder(req: Request, res: Response, order: Order, again: Forms = {}) {
  await noteOrderLook(currentUser(req), order, new Date())
  const forms = { refund: refundForm.blank(askedOf(order)), ...again }
  const documents = await Invoice.findAll({
    where: { orderId: order.id },
    attributes: ['number', 'kind'],
    order: ['id'],
  })
  res.renderPage('staff/orders/show', { order, documents, forms, blank: reasonForm.blank(), shop })
}

/** What its buyer asked for, so that nobody has to type it. */
function askedOf({ items = [] }: Order) {
  const asked = items.flatMap(({ refunds = [] }) => refunds).find(({ state }) => state === 'asked')
  return asked && { item: asked.orderItemId, amount: (asked.amountMinor / 100).toFixed(2) }
}

function backTo(id: string, req: Request, res: Response, done: boolean, sentence: string) {
  if (done) req.flash(sentence)
  else req.flash('That is not possible: it is disputed, under way, or done already.', 'warning')
  res.seeOther(`/staff/orders/${id}`)
}
