import type { Request, Response } from 'express'
import { forgetVisitorCart, visitorCartOf } from '../../middleware/visitor-cart.ts'
import type { User } from '../../models/index.ts'
import { broughtInWords } from '../../services/shop/in-words.ts'
import { mergeCart } from '../../services/shop/merge-cart.ts'

/** Who has just signed in finds in their cart what they chose before; a note says what of it they cannot buy. */
export async function bringCart(req: Request, res: Response, member: User, now: Date) {
  const cart = visitorCartOf(req)
  if (cart.courses.length === 0) return
  const sentence = broughtInWords(await mergeCart(member, cart, now))
  if (sentence) req.flash(sentence, 'warning')
  forgetVisitorCart(res)
}
