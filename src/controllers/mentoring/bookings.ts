import type { Request, Response } from 'express'
import { v4 } from 'uuid'
import { bookingForm } from '../../forms/mentoring/booking.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { SessionType } from '../../models/index.ts'
import { bookingService, type Refusal } from '../../services/mentoring/booking-service.ts'
import { isUnpaid, MINUTES_OF_A_HOLD } from '../../services/mentoring/holds.ts'
import { publicMentor, renderTimes } from './times-page.ts'

const sentences: Record<Refusal, string> = {
  taken: 'That time is not free any more. These are the times near it',
  busy: 'You have a session at that time already, or have asked for one. Choose one beside it',
  'too many': 'Two of your requests wait for an answer already. Please wait for one of them',
  closed: 'No sessions can be booked here at the moment',
  own: 'Nobody can book a session with themselves',
  holding: 'Two times are held for you already. Pay for one of them in your cart, or let it go',
  changed: 'This session was changed or taken away a moment ago. This is what can be booked now',
  over: 'What you booked with this form is over by now. Send it once more to book this time',
}

/** Where a visitor comes back to who chose a time and then signed in: the same times, with theirs chosen. */
export async function fresh(req: Request, res: Response) {
  const mentor = await publicMentor(req)
  const { type, week, tz, start } = req.query
  const chosen = Object.entries({ type, week, tz, start }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  res.seeOther(`/mentors/${mentor.slug}/times?${new URLSearchParams(chosen)}`)
}

export async function create(req: Request, res: Response) {
  const mentor = await publicMentor(req)
  const form = bookingForm.read(req.body)
  if (!form.valid) return renderTimes(req, res.status(422), mentor, { typed: form })

  const { type: id, start, message, client_token: clientToken } = form.values
  const type = await find(SessionType, { id, mentorId: mentor.id, archivedAt: null })
  const booked = await bookingService.book(currentUser(req), mentor, { type, start, message, clientToken }, new Date())
  if (typeof booked === 'string') {
    const again = booked === 'over' ? { ...req.body, client_token: v4() } : req.body
    const typed = rejected(bookingForm.blank(again), 'start', sentences[booked])
    return renderTimes(req, res.status(409), mentor, { typed })
  }
  if (isUnpaid(booked)) {
    req.flash(`The time is held for you for ${MINUTES_OF_A_HOLD} minutes. It is yours once you have paid.`)
    return res.seeOther('/cart')
  }
  req.flash(booked.state === 'requested' ? 'Asked for. You get a letter when there is an answer.' : 'It is agreed.')
  res.seeOther(`/sessions/${booked.id}`)
}
