import { User } from '../../models/index.ts'
import type { TicketQueue } from '../../models/ticket.ts'

/** Those of us who can take a ticket of a queue. */
export function colleaguesFor(queue: TicketQueue) {
  const role = queue === 'privacy' ? ['privacy', 'admin'] : ['support', 'privacy', 'admin']
  return User.findAll({ where: { role, suspendedAt: null }, attributes: ['id', 'name'], order: ['name', 'id'] })
}
