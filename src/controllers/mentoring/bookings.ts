import type { Request, Response } from 'express'
import { bookingForm } from '../../forms/mentoring/booking.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { SessionType } from '../../models/index.ts'
import { bookingService, type Refusal } from '../../services/mentoring/booking-service.ts'
import { publicMentor, renderTimes } from './times-page.ts'

const sentences: Record<Refusal, string> = {
  taken: 'That time is not free any more. These are the times near it',
  busy: 'You have another session at that time. Choose one beside it',
  'too many': 'Two of your requests wait for an answer already. Please wait for one of them',
  closed: 'No sessions can be booked here at the moment',
  own: 'Nobody can book a session with themselves',
  paid: 'Paid sessions can be booked as soon as our shop is open',
}

export async function create(req: Request, res: Response) {
  const mentor = await publicMentor(req)
  const form = bookingForm.read(req.body)
  if (!form.valid) return renderTimes(req, res.status(422), mentor, { typed: form })

  const { type: id, start, message, client_token: clientToken } = form.values
  const type = await find(SessionType, { id, mentorId: mentor.id, archivedAt: null })
  const booked = await bookingService.book(currentUser(req), mentor, { type, start, message, clientToken }, new Date())
  if (typeof booked === 'string') {
    const typed = rejected(bookingForm.blank(req.body), 'start', sentences[booked])
    return renderTimes(req, res.status(409), mentor, { typed })
  }
  req.flash(booked.state === 'requested' ? 'Asked for. You get a letter when there is an answer.' : 'It is agreed.')
  res.seeOther(`/sessions/${booked.id}`)
}
