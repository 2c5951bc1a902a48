import type { Request } from 'express'
import { NotFound, Unauthenticated } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { readToken } from '../../lib/signed-link.ts'
import { Ticket } from '../../models/index.ts'

/**
 * The ticket in the path, for who opened it: a person by being signed in, a visitor by the key we sent them. Once it has
 * become an account's, the key alone no longer opens it.
 */
export async function ownTicket(req: Request) {
  const { ref } = req.params
  const key = keyOf(req)
  if (!key && req.user) return find(Ticket, { ref, requesterId: req.user.id })
  if (!key && req.method === 'GET') throw new Unauthenticated()

  const ticket = await find(Ticket, { ref, id: readToken('ticket', key) ?? [] })
  if (ticket.isVisitors || (req.user && req.user.id === ticket.requesterId)) return ticket
  throw req.user || !ticket.requesterId ? new NotFound('ticket') : new Unauthenticated()
}

/** Back to the ticket, with the key of who came with one. */
export function pathTo(ticket: Ticket, req: Request) {
  const key = keyOf(req)
  return `/support/${ticket.ref}${key ? `?key=${encodeURIComponent(key)}` : ''}`
}

export function keyOf(req: Request) {
  const key = req.body?.key ?? req.query.key
  return typeof key === 'string' ? key : undefined
}
