import type { NextFunction, Request, Response } from 'express'
import { config } from '../config.ts'
import { readText, signedText } from '../lib/signed-text.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** How much lay in the cart of who is signed in when their session was read. */
    inCart?: number
  }
}

/** What a visitor put into their cart: courses by id, each with the price they saw, and the code of a coupon. */
export type VisitorCart = { courses: { id: string; seenMinor: number }[]; code?: string }

/** Set with the first thing that a visitor puts into their cart, and the only place where it is kept. */
export const cartCookie = config.production ? '__Host-cart' : 'cart'

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000
const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: config.production } as const

export function visitorCartOf(req: Request): VisitorCart {
  const cookies = req.get('Cookie')?.split(/;\s*/) ?? []
  const kept = cookies.find((cookie) => cookie.startsWith(`${cartCookie}=`))?.slice(cartCookie.length + 1)
  const text = kept && readText('cart', kept)
  return text ? (JSON.parse(text) as VisitorCart) : { courses: [] }
}

/** Keeps it in the visitor's browser for 30 days, or takes it away where nothing is left in it. */
export function keepVisitorCart(res: Response, cart: VisitorCart) {
  if (cart.courses.length === 0) return forgetVisitorCart(res)
  res.cookie(cartCookie, signedText('cart', JSON.stringify(cart)), { ...options, maxAge: THIRTY_DAYS })
}

export function forgetVisitorCart(res: Response) {
  res.clearCookie(cartCookie, options)
}

/** Shows on every page how much is in the cart: a member's came with their session, a visitor's stands in the cookie. */
export function countCart(req: Request, res: Response, next: NextFunction) {
  res.locals.inCart = req.user ? (req.inCart ?? 0) : visitorCartOf(req).courses.length
  next()
}
