import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { Ticket, TicketReply } from '../../models/index.ts'

const TEN_MINUTES = 10 * 60 * 1000

type Who = { requesterId: string } | { visitorEmail: string }

/** The ticket that somebody opened with the same words just now: a form sent twice. Who sends it again meanwhile waits. */
export async function twinOf(who: Who, { subject, body }: { subject: string; body: string }, now: Date) {
  await sql('select pg_advisory_xact_lock(hashtextextended($who, 0))', { who: Object.values(who)[0] })

  const createdAt = { [Op.gt]: new Date(now.getTime() - TEN_MINUTES) }
  const tickets = await Ticket.findAll({ where: { ...who, subject, createdAt } })
  const same = await TicketReply.findOne({ where: { ticketId: tickets.map(({ id }) => id), side: 'requester', body } })
  return tickets.find(({ id }) => id === same?.ticketId)
}
