import type { Request, Response } from 'express'
import type { Basket } from '../../services/shop/basket.ts'
import { MemberBasket } from '../../services/shop/member-basket.ts'
import { VisitorBasket } from './visitor-basket.ts'

/** The cart of whoever asks. */
export function basketOf(req: Request, res: Response): Basket {
  return req.user ? new MemberBasket(req.user) : new VisitorBasket(req, res)
}
