import { Mail, StaffAction, StoredFile, Ticket, TicketNote, TicketReply, type User } from '../../models/index.ts'

/**
 * Gives a person the tickets that were opened with their address before it was known to be theirs, with all that hangs
 * on them: from now on they see, take and erase these like their own. Call it once the address is confirmed.
 */
export async function adoptTickets({ id, email }: User) {
  const tickets = await Ticket.findAll({ where: { visitorEmail: email, requesterId: null } })
  const ticketId = tickets.map((ticket) => ticket.id)
  if (ticketId.length === 0) return

  await Ticket.update({ requesterId: id, visitorEmail: null }, { where: { id: ticketId } })
  await TicketReply.update({ requesterId: id }, { where: { ticketId } })
  await TicketNote.update({ requesterId: id }, { where: { ticketId } })
  await Mail.update({ userId: id }, { where: { ticketId } })
  await StaffAction.update({ aboutId: id }, { where: { ticketId } })

  const written = await TicketReply.findAll({ where: { ticketId, side: 'requester' } })
  await StoredFile.update({ ownerId: id }, { where: { replyId: written.map((reply) => reply.id) } })
}
