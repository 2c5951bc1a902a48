import { createHmac } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { config } from '../config.ts'
import { pool } from '../db/pool.ts'
import { TooMany } from '../errors.ts'
import { customerOf } from '../lib/client.ts'

const HOUR = 60 * 60
const DAY = 24 * HOUR

/** How often each door may be tried: by one client (an address), and for one account (an email or a person). */
export const doors = {
  'sign in': { client: [100, HOUR], account: [10, HOUR / 4] },
  register: { client: [60, HOUR], account: [5, HOUR] },
  reset: { client: [30, HOUR], account: [5, HOUR] },
  confirm: { client: [60, HOUR], account: [10, HOUR / 4] },
  ticket: { client: [60, HOUR], account: [30, HOUR] },
  video: { client: [120, HOUR], account: [60, HOUR] },
  export: { client: [30, HOUR], account: [10, DAY] },
  booking: { client: [60, HOUR], account: [30, HOUR] },
  wish: { client: [60, HOUR], account: [30, HOUR] },
  comment: { client: [120, HOUR], account: [30, HOUR] },
  report: { client: [60, HOUR], account: [20, HOUR] },
  // Calendars ask for many people from a few addresses.
  calendar: { client: [3600, HOUR], account: [3600, HOUR] },
  checkout: { client: [120, HOUR], account: [60, HOUR] },
  coupon: { client: [120, HOUR], account: [60, HOUR] },
  correction: { client: [60, HOUR], account: [10, HOUR] },
  refund: { client: [120, HOUR], account: [60, HOUR] },
  receipt: { client: [60, HOUR], account: [60, HOUR] },
} as const

export type Door = keyof typeof doors
type Side = 'client' | 'account'

const limiters = new Map<string, RateLimiterPostgres>()

/** Counts a knock at a door and shuts it for a while after too many. Kept in PostgreSQL, so all processes count together. */
export function slow(door: Door): RequestHandler {
  return async (req, _res, next) => {
    await knock(door, req)
    next()
  }
}

/**
 * For what a page of ours sends by itself, again and again: so many a minute for one person. Counted in memory, for in
 * PostgreSQL the counting would cost more than the work.
 */
export function steady(points: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return async (req, _res, next) => {
    await count(limiter, req.user?.id ?? customerOf(req.ip ?? ''))
    next()
  }
}

/** For a page that asks Stripe how something stands: it answers all of us only so often, and others have to pay, too. */
export const asksStripe = () => steady(120)

/** @throws TooMany when the client or the account has knocked too often */
export async function knock(door: Door, req: Request, account = accountOf(req)) {
  await consume(door, 'client', customerOf(req.ip ?? ''))
  if (account) await consume(door, 'account', account)
}

/** Forgets the knocks for an account, and this one of the client: the owner has come in. */
export async function forgiven(door: Door, req: Request, account = accountOf(req)) {
  await limiterFor(door, 'client').reward(disguised(customerOf(req.ip ?? '')))
  if (account) await limiterFor(door, 'account').delete(disguised(account))
}

async function consume(door: Door, side: Side, who: string) {
  await count(limiterFor(door, side), disguised(who))
}

async function count(limiter: RateLimiterAbstract, who: string) {
  try {
    await limiter.consume(who)
  } catch (error) {
    throw error instanceof RateLimiterRes ? new TooMany(error.msBeforeNext / 1000) : error
  }
}

function limiterFor(door: Door, side: Side) {
  const [points, duration] = doors[door][side]
  const keyPrefix = `${door}/${side}`
  const known = limiters.get(keyPrefix)
  if (known) return known

  const options = { storeClient: pool, tableName: 'rate_limits', tableCreated: true, clearExpiredByTimeout: false }
  const limiter = new RateLimiterPostgres({ ...options, keyPrefix, points, duration })
  limiters.set(keyPrefix, limiter)
  return limiter
}

function accountOf(req: Request) {
  const typed = typeof req.body?.email === 'string' ? req.body.email.trim().toLowerCase() : undefined
  return req.user?.id ?? typed
}

/** Nobody can read an address out of the table, nor follow one from day to day. */
function disguised(who: string) {
  const day = new Date().toISOString().slice(0, 10)
  return createHmac('sha256', config.sessionSecrets[0]).update(`${day}\n${who}`).digest('base64url')
}
