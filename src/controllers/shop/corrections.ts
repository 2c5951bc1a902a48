import type { Request, Response } from 'express'
import { Forbidden } from '../../errors.ts'
import { billedAsTyped } from '../../forms/shop/billing.ts'
import { correctionForm, readCorrection } from '../../forms/shop/correction.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { timeInWords } from '../../lib/times.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Invoice } from '../../models/index.ts'
import { correctableUntil, correctInvoice, saysTheSame } from '../../services/shop/invoices/correct.ts'

export async function show(req: Request, res: Response) {
  const invoice = await correctable(req)
  renderCorrection(res, invoice, correctionForm.blank(billedAsTyped(invoice)))
}

export async function create(req: Request, res: Response) {
  const invoice = await correctable(req)
  const form = readCorrection(req.body, invoice.country)
  if (!form.valid) return renderCorrection(res.status(422), invoice, form)
  if (saysTheSame(invoice, form.values.billed))
    return renderCorrection(res.status(422), invoice, rejected(form, 'full', 'This is what the invoice says already'))

  const issued = await correctInvoice(invoice, form.values.billed, new Date())
  req.flash(`Invoice ${issued.number} stands in the place of ${invoice.number}.`)
  res.seeOther(`/purchases/${invoice.orderId}`)
}

/** An invoice of their own, while they can put it right themselves. */
async function correctable(req: Request) {
  const { number } = req.params
  const where = { number, kind: 'invoice' as const, refundId: null, buyerId: currentUser(req).id }
  const invoice = await find(Invoice, where, { include: 'order' })
  const until = correctableUntil(invoice.order!)
  if (until < new Date()) {
    const day = timeInWords(until, 'UTC', 'day')
    throw new Forbidden(`You could put this right yourself until ${day}. Please open a ticket about the invoice.`)
  }
  return invoice
}

function renderCorrection(res: Response, invoice: Invoice, form: object) {
  const until = correctableUntil(invoice.order!)
  res.renderPage('shop/corrections/new', { invoice, until, form })
}
