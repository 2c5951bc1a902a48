import type { Request, Response } from 'express'
import session from 'express-session'
import { config } from '../config.ts'
import { SessionStore } from './session-store.ts'

declare module 'express-session' {
  interface SessionData {
    userId?: string
    signInId?: string
    /** When the person last proved who they are, as a time in milliseconds. */
    confirmedAt?: number
  }
}

/** Under this name browsers take the cookie only over HTTPS, from this host, for all of it. */
export const cookieName = config.production ? '__Host-session' : 'session'

const FOURTEEN_DAYS = 14 * 24 * 60 * 60 * 1000

/** Sessions live in PostgreSQL and end 14 days after they began. Who only reads has none, and gets no cookie (P37). */
export function sessions() {
  return session({
    name: cookieName,
    secret: config.sessionSecrets,
    store: new SessionStore(),
    cookie: { httpOnly: true, sameSite: 'lax', path: '/', secure: config.production, maxAge: FOURTEEN_DAYS },
    resave: false,
    saveUninitialized: false,
  })
}

/** A new session id and nothing carried over: nobody who knew the old one comes along. */
export function regenerate(req: Request) {
  return new Promise<void>((done, fail) => req.session.regenerate((error) => (error ? fail(error) : done())))
}

/** Starts the session of somebody who has just shown who they are. */
export async function begin(req: Request, userId: string, signInId: string) {
  await regenerate(req)
  Object.assign(req.session, { userId, signInId, confirmedAt: Date.now() })
}

/** Ends this session on the server and takes back what the browser keeps of it. */
export async function end(req: Request, res: Response) {
  await new Promise<void>((done, fail) => req.session.destroy((error) => (error ? fail(error) : done())))
  res.clearCookie(cookieName, { path: '/' })
  res.set('Clear-Site-Data', '"cache", "cookies", "storage"')
}
