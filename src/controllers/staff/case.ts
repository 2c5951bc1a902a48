import type { Request, Response } from 'express'
import { answerForm, noteForm } from '../../forms/staff/desk.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Export, StaffAction, Ticket, TicketNote, TicketReply } from '../../models/index.ts'
import { colleaguesFor } from '../../services/staff/colleagues.ts'
import * as support from '../../services/support/in-words.ts'

/** The ticket in the path, for staff who work in its queue. For others of us, and for who asked, it is not there. */
export function ticketInReach(req: Request) {
  const requester = { association: 'requester', attributes: ['id', 'name', 'role', 'createdAt', 'suspendedAt'] }
  const assignee = { association: 'assignee', attributes: ['id', 'name'] }
  const me = currentUser(req)
  const where = { ref: req.params.ref as string, queue: Ticket.queuesOf(me), ...Ticket.notBy(me) }
  return find(Ticket, where, { include: [requester, assignee] })
}

/** A ticket as our staff see it: replies and notes in one line of time, what was done with it, and the case file. */
export async function renderCase(req: Request, res: Response, ticket: Ticket, forms: object = {}) {
  const [thread, notes, actions, request, colleagues] = await Promise.all([
    TicketReply.pageOf(ticket, req.query.before),
    TicketNote.latestOn(ticket),
    StaffAction.latestOn(ticket),
    Export.findOne({ where: { ticketId: ticket.id } }),
    colleaguesFor(ticket.queue),
  ])
  const newest = req.query.before ? undefined : thread.replies.at(-1)?.id
  const answer = answerForm.blank({ last_reply_id: newest })
  const locals = { ticket, ...thread, newest, notes, actions, export: request, colleagues, now: new Date(), support }
  res.renderPage('staff/tickets/show', { ...locals, answer, note: noteForm.blank(), ...forms })
}
