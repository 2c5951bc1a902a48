import type { NextFunction, Request, Response } from 'express'
import { config } from '../config.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** The browser asks every site not to track (Sec-GPC: 1). */
    asksForPrivacy: boolean
    /** Whoever this is may not be counted: their browser says so, or their own switch does (P25). */
    optedOut: boolean
  }
}

/** Keeps what a visitor without an account chose on the page of cookies, and nothing else. */
export const choiceCookie = config.production ? '__Host-analytics' : 'analytics'

const HALF_A_YEAR = 182 * 24 * 60 * 60 * 1000

/** Reads both ways of saying no. Of Sec-GPC only the exact value 1 counts; an account's switch outranks the cookie. */
export function optOut(req: Request, res: Response, next: NextFunction) {
  req.asksForPrivacy = req.get('Sec-GPC') === '1'
  const agreed = req.user?.analytics ?? choiceOf(req)
  req.optedOut = req.asksForPrivacy || !agreed
  res.locals.asksForPrivacy = req.asksForPrivacy
  next()
}

/** Remembers a visitor's choice in their own browser. */
export function rememberChoice(res: Response, analytics: boolean) {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: config.production } as const
  res.cookie(choiceCookie, analytics ? 'on' : 'off', { ...options, maxAge: HALF_A_YEAR })
}

/** What the cookie says; without one a visitor may be counted, as a number among all others. */
export function choiceOf(req: Request) {
  const cookies = req.get('Cookie')?.split(/;\s*/) ?? []
  return !cookies.includes(`${choiceCookie}=off`)
}
