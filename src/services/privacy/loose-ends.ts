import { Op } from 'sequelize'
import { Session, Ticket, type User } from '../../models/index.ts'

/** Ends what a leaver cannot end any more. An open ticket counts as resolved on that day, so its three years begin (P30). */
export async function tieLooseEnds(person: User, now: Date) {
  await Session.destroy({ where: { userId: person.id } })
  await Ticket.update(
    { status: 'resolved', resolvedAt: now },
    { where: { requesterId: person.id, status: { [Op.ne]: 'resolved' } } },
  )
}
