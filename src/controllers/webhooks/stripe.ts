import type { Request, Response } from 'express'
import { takeEvent } from '../../services/shop/events.ts'

export async function create(req: Request, res: Response) {
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  await takeEvent(body, req.get('Stripe-Signature'), new Date())
  res.sendStatus(200)
}
