import pgSession from 'connect-pg-simple'
import type { Request } from 'express'
import session, { type SessionData } from 'express-session'
import { pool } from '../db/pool.ts'
import { part } from '../lib/prepared.ts'
import { User } from '../models/user.ts'

const PgStore = pgSession(session)

const person = part(User, 'u')
const lookUp = `select s.sess, ${person.columns},
    (select count(*)::int from cart_items where member_id = s.user_id) as "inCart"
  from sessions s left join users u on u.id = s.user_id
  where s.sid = $1 and s.expire > now()`

type Found = { sess: SessionData; inCart: number }

/**
 * Sessions in PostgreSQL that stay ended. A request reads its session when it begins and writes it when it is done: one
 * that is slow on purpose would bring back, for a thief, the row that its owner has ended in the meantime. With the
 * session come its person and the number on their cart, so that a page of theirs asks once who is there.
 */
export class SessionStore extends PgStore {
  readonly #stored = new WeakMap<object, string>()
  readonly #people = new WeakMap<object, { user: User; inCart: number }>()

  constructor() {
    super({ pool, tableName: 'sessions', pruneSessionInterval: false })
    // Nothing is written for reading, and with a store that could, express-session sends every page in two pieces.
    Object.assign(this, { touch: undefined })
  }

  override get(sid: string, done: (error: unknown, data?: SessionData | null) => void) {
    pool.query<Found>({ name: 'session', text: lookUp, values: [sid] }).then(({ rows: [found] }) => {
      if (!found) return done(null)
      const user = person.of(found)
      if (user) this.#people.set(found.sess, { user, inCart: found.inCart })
      done(null, found.sess)
    }, done)
  }

  override createSession(req: Request, data: SessionData) {
    const stored = super.createSession(req, data)
    this.#stored.set(stored, JSON.stringify(stored))
    const who = this.#people.get(data)
    req.user = who?.user
    req.inCart = who?.inCart
    return stored
  }

  override set(sid: string, sess: SessionData, done?: (error?: unknown) => void) {
    const was = this.#stored.get(sess)
    if (was === undefined) return super.set(sid, sess, done)

    const is = JSON.stringify(sess)
    if (is === was) return done?.()
    this.#stored.set(sess, is)
    pool.query('update sessions set sess = $2 where sid = $1', [sid, is]).then(() => done?.(), done)
  }
}
