import { User } from '../../models/index.ts'
import type { TicketQueue } from '../../models/ticket.ts'

/** Those of us who can take a ticket of a queue. */
export function colleaguesFor(queue: TicketQueue) {
  const role = queue === 'privacy' ? ['privacy', 'admin'] : ['support', 'privacy', 'admin']
  return User.findAll({ where: { role, suspendedAt: null }, attributes: ['id', 'name'], order: ['name', 'id'] })
}

/** One of us is looked at, and acted upon, by an admin alone, and nobody by themselves. */
export function isInReachOf(staff: User, person: User) {
  return staff.id !== person.id && (!person.isStaff || staff.role === 'admin')
}
