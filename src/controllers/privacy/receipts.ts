import type { Request, Response } from 'express'
import { receiptForm } from '../../forms/privacy/receipt.ts'
import { rejected } from '../../lib/form.ts'
import { publicReceiptKey } from '../../lib/receipt-key.ts'
import { StripeRedaction } from '../../models/index.ts'
import { compactReceipt, readReceipt } from '../../services/privacy/erasure/receipts.ts'

export async function show(req: Request, res: Response) {
  const receipt = readReceipt(String(req.query.of ?? ''))
  const atStripe = receipt && (await StripeRedaction.findOne({ where: { subjectId: receipt.subject } }))
  res.renderPage('privacy/receipts/show', { form: receiptForm.blank(), receipt, atStripe })
}

/** What a receipt says is in its address from here on, so the page can be kept: it tells of nobody but a random id. */
export function create(req: Request, res: Response) {
  const form = receiptForm.read(req.body)
  if (form.valid && readReceipt(form.values.receipt)) {
    return res.seeOther(`/privacy/receipts?of=${compactReceipt(form.values.receipt)}`)
  }

  const sentence = 'This is not a receipt of ours, or a letter of it was changed'
  const again = form.valid ? rejected(form, 'receipt', sentence) : form
  res.status(422).renderPage('privacy/receipts/show', { form: again, receipt: undefined })
}

/** The public key, for whoever would rather not ask us. */
export function key(_req: Request, res: Response) {
  res.type('application/x-pem-file').send(publicReceiptKey().export({ format: 'pem', type: 'spki' }))
}
