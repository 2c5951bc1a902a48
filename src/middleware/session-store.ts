import pgSession from 'connect-pg-simple'
import type { Request } from 'express'
import session, { type SessionData } from 'express-session'
import { pool } from '../db/pool.ts'

const PgStore = pgSession(session)

/**
 * Sessions in PostgreSQL that stay ended. A request reads its session when it begins and writes it when it is done: one
 * that is slow on purpose would bring back, for a thief, the row that its owner has ended in the meantime.
 */
export class SessionStore extends PgStore {
  readonly #stored = new WeakSet<object>()

  constructor() {
    super({ pool, tableName: 'sessions', pruneSessionInterval: false, disableTouch: true })
  }

  override createSession(req: Request, data: SessionData) {
    const stored = super.createSession(req, data)
    this.#stored.add(stored)
    return stored
  }

  override set(sid: string, sess: SessionData, done?: (error?: unknown) => void) {
    if (!this.#stored.has(sess)) return super.set(sid, sess, done)
    pool.query('update sessions set sess = $2 where sid = $1', [sid, sess]).then(() => done?.(), done)
  }
}
