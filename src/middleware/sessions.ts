import pgSession from 'connect-pg-simple'
import type { Request } from 'express'
import session from 'express-session'
import { config } from '../config.ts'
import { pool } from '../db/pool.ts'

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
  const Store = pgSession(session)

  return session({
    name: cookieName,
    secret: config.sessionSecrets,
    store: new Store({ pool, tableName: 'sessions', pruneSessionInterval: false, disableTouch: true }),
    cookie: { httpOnly: true, sameSite: 'lax', path: '/', secure: config.production, maxAge: FOURTEEN_DAYS },
    resave: false,
    saveUninitialized: false,
  })
}

/** A new session id and nothing carried over: nobody who knew the old one comes along. */
export function regenerate(req: Request) {
  return new Promise<void>((done, fail) => req.session.regenerate((error) => (error ? fail(error) : done())))
}
