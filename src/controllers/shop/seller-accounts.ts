import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { Forbidden } from '../../errors.ts'
import { currentUser } from '../../middleware/audience.ts'
import { pageToBePaid } from '../../services/shop/earnings/seller-account.ts'

/** On to Stripe, which asks who they are and where they bank. */
export async function create(req: Request, res: Response) {
  if (!config.stripe.payouts) throw new Forbidden('Nothing is paid out from here yet.')
  res.leaveFor(await pageToBePaid(currentUser(req), new Date()))
}
