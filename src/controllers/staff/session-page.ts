import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { outcomeForm, sessionLinkForm } from '../../forms/staff/session.ts'
import { find } from '../../lib/find.ts'
import type { Form } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Booking, BookingEvent, SessionVisit } from '../../models/index.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { canBeDecided, noteLook } from '../../services/staff/session-desk.ts'
import { checkReach } from './person.ts'

type Forms = Partial<Record<'link' | 'cancellation' | 'attendance', Form<object>>>

const people = ['mentor', 'mentee'].map((association) => ({ association, attributes: ['id', 'name', 'email', 'role'] }))
const meeting = { association: 'meeting', attributes: ['id', 'number', 'mentorLink', 'menteeLink'] }

/** The session in the path, for those of us who are not in it themselves, and whose colleagues are not. */
export async function sessionInReach(req: Request) {
  const booking = await find(Booking, { id: req.params.id as string }, { include: [...people, meeting] })
  for (const person of [booking.mentor, booking.mentee]) checkReach(req, person)
  return booking
}

/** A session as our staff see it, without what the two wrote to each other. Both can read that somebody looked. */
export async function renderSession(req: Request, res: Response, booking: Booking, again: Forms = {}) {
  const now = new Date()
  await noteLook(currentUser(req), booking, now)
  const [events, visits] = await Promise.all([
    BookingEvent.findAll({ where: { bookingId: booking.id }, order: ['createdAt', 'id'] }),
    SessionVisit.findAll({ where: { bookingId: booking.id }, order: ['createdAt', 'id'] }),
  ])
  const forms = {
    link: sessionLinkForm.blank({ link: booking.meetingLink }),
    cancellation: reasonForm.blank(),
    attendance: outcomeForm.blank({ outcome: booking.outcome }),
    ...again,
  }
  const locals = { booking, events, visits, forms, sessions, now, canBeDecided: canBeDecided(booking, now) }
  res.renderPage('staff/sessions/show', locals)
}

/** Back to the session, with a word on what came of it. */
export function backTo({ id }: Booking, req: Request, res: Response, done: boolean, sentence: string) {
  if (done) req.flash(sentence)
  else req.flash('That was not possible any more. This is how it stands now.', 'warning')
  res.seeOther(`/staff/sessions/${id}`)
}
