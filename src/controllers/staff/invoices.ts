import type { Request, Response } from 'express'
import { billedAsTyped } from '../../forms/shop/billing.ts'
import { readStaffCorrection, staffCorrectionForm } from '../../forms/shop/correction.ts'
import { reasonForm } from '../../forms/staff/desk.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Invoice, StaffAction, Ticket, User } from '../../models/index.ts'
import { correctInvoice, saysTheSame } from '../../services/shop/invoices/correct.ts'
import { checkReach } from './person.ts'

export async function show(req: Request, res: Response) {
  const invoice = await find(Invoice, { number: req.params.number })
  await renderInvoice(req, res, invoice, staffCorrectionForm.blank(billedAsTyped(invoice)))
}

export async function look(req: Request, res: Response) {
  const invoice = await find(Invoice, { number: req.params.number })
  const person = await buyerInReach(req, invoice)
  const form = reasonForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('staff/looks/new', { person, form, action: pathOf(invoice) })

  await StaffAction.look(currentUser(req), person.id, form.values.reason, new Date())
  res.seeOther(pathOf(invoice))
}

export async function correct(req: Request, res: Response) {
  const invoice = await find(Invoice, { number: req.params.number, kind: 'invoice', refundId: null })
  if (invoice.buyerId) await buyerInReach(req, invoice)
  const form = readStaffCorrection(req.body, invoice.country)
  if (!form.valid) return renderInvoice(req, res.status(422), invoice, form)

  const { billed, reason, ticket: ref } = form.values
  const ticket = ref
    ? ((await Ticket.findOne({ where: { ref, queue: Ticket.queuesOf(currentUser(req)) } })) ?? undefined)
    : undefined
  const refuse = (field: string, sentence: string) =>
    renderInvoice(req, res.status(422), invoice, rejected(form, field, sentence))
  if (ref && !ticket) return refuse('ticket', 'There is no ticket of that number')
  if (saysTheSame(invoice, billed)) return refuse('full', 'This is what the invoice says already')

  const issued = await correctInvoice(invoice, billed, new Date(), { staff: currentUser(req), reason, ticket })
  req.flash(`Invoice ${issued.number} stands in the place of ${invoice.number}.`)
  res.seeOther(pathOf(issued))
}

/** Whom it names is for staff who have said why; what names nobody, for all of them. */
async function renderInvoice(req: Request, res: Response, invoice: Invoice, form: object) {
  const [me, { buyerId, orderId }] = [currentUser(req), invoice]
  if (buyerId && !(await StaffAction.mayLook(me, buyerId, new Date()))) {
    const person = await buyerInReach(req, invoice)
    return res.renderPage('staff/looks/new', { person, form: reasonForm.blank(), action: pathOf(invoice) })
  }
  const documents = await Invoice.findAll({ where: { orderId }, order: ['id'] })
  const standing = documents.findLast(({ isSale }) => isSale)
  res.renderPage('staff/invoices/show', { invoice, documents, standing, form })
}

async function buyerInReach(req: Request, { buyerId }: Invoice) {
  const person = await find(User, { id: buyerId ?? '' })
  checkReach(req, person)
  return person
}

function pathOf({ number }: Invoice) {
  return `/staff/invoices/${number}`
}
