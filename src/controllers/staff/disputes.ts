import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Dispute } from '../../models/index.ts'
import { answerDispute, evidenceOf } from '../../services/shop/disputes/evidence.ts'
import * as shop from '../../services/shop/in-words.ts'
import { disputesForStaff, noteOrderLook } from '../../services/staff/payments-desk.ts'
import { checkReach } from './person.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('staff/disputes/index', { ...(await disputesForStaff(req.query.after)), shop, now: new Date() })
}

export async function show(req: Request, res: Response) {
  await renderDispute(req, res, await disputeInReach(req))
}

/** Hands over what the page has listed, once. */
export async function answer(req: Request, res: Response) {
  const dispute = await disputeInReach(req)
  const form = reasonForm.read(req.body)
  if (!form.valid) return renderDispute(req, res.status(422), dispute, form)

  const done = await answerDispute(dispute, { staff: currentUser(req), reason: form.values.reason, now: new Date() })
  if (done) req.flash('It is on its way to Stripe, which hands it to the bank.')
  else req.flash('It has been answered, or is over.', 'warning')
  res.seeOther(`/staff/disputes/${dispute.id}`)
}

async function disputeInReach(req: Request) {
  const order = { association: 'order', include: [{ association: 'buyer', attributes: ['id', 'role'] }] }
  const dispute = await find(Dispute, { id: req.params.id as string }, { include: order })
  checkReach(req, dispute.order!.buyer)
  return dispute
}

/** A dispute with all that would be handed over. Its buyer can read that somebody looked. */
async function renderDispute(req: Request, res: Response, dispute: Dispute, form: object = reasonForm.blank()) {
  const now = new Date()
  await noteOrderLook(currentUser(req), dispute, now)
  res.renderPage('staff/disputes/show', { dispute, evidence: await evidenceOf(dispute), form, shop, now })
}
