import pg from 'pg'
import { options } from './connection.ts'

/** For what does not speak Sequelize: the session store, the queue, rate limits and long streams. */
export const pool = new pg.Pool({ options, max: 8, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 })

// PostgreSQL may go away under a connection. The pool replaces it, but only where someone listens.
pool.on('error', () => {})
pool.on('connect', (client) => client.on('error', () => {}))
