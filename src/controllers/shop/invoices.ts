import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Invoice, StaffAction } from '../../models/index.ts'
import { invoicePdf } from '../../services/shop/invoices/pdf.ts'
import { printables } from '../../services/shop/invoices/printable.ts'

/** For who bought it, and for our staff within a quarter of an hour of saying why. */
export async function show(req: Request, res: Response) {
  const me = currentUser(req)
  const invoice = await find(Invoice, { number: req.params.number })
  const { buyerId } = invoice
  const isMine = buyerId === me.id
  if (!isMine && !(me.isStaff && buyerId && (await StaffAction.mayLook(me, buyerId, new Date()))))
    throw new NotFound('invoice')

  const [printable] = await printables([invoice.id])
  res.attachment(`${invoice.number}.pdf`).set('Cache-Control', 'no-store')
  await pipeline(await invoicePdf(printable!), res)
}
