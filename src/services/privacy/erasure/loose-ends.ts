import { Op } from 'sequelize'
import { type Erasure, Session, Ticket, type User } from '../../../models/index.ts'
import { leaveSessions } from '../../mentoring/leave-sessions.ts'
import { leaveEarnings } from '../../shop/earnings/leave-earnings.ts'
import { leaveCart } from '../../shop/leave-cart.ts'
import { leavePayments } from '../../shop/leave-payments.ts'
import { adoptTickets } from '../../support/adoption.ts'
import { leaveCourses } from '../../teaching/leave-courses.ts'

/**
 * Ends what a leaver cannot end any more. Tickets they wrote as a visitor become theirs first, but only for an address
 * they have proved: else anyone could have a stranger's erased. An open one counts as resolved on that day (P30).
 */
export async function tieLooseEnds(person: User, erasure: Erasure, now: Date) {
  await Session.destroy({ where: { userId: person.id } })
  if (person.emailVerifiedAt) await adoptTickets(person)
  await leaveCourses(person, now)
  await leaveCart(person)
  await leavePayments(person, erasure, now)
  await leaveSessions(person, now)
  await leaveEarnings(person)
  await Ticket.update(
    { status: 'resolved', resolvedAt: now },
    { where: { requesterId: person.id, status: { [Op.ne]: 'resolved' } } },
  )
}
