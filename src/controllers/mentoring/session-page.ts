import type { Request, Response } from 'express'
import { attendanceForm, linkForm, wordsForm } from '../../forms/mentoring/booking.ts'
import { reviewForm } from '../../forms/words/review.ts'
import type { Form } from '../../lib/form.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, BookingEvent, BookingMove } from '../../models/index.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { hasDeleted, reviewsOf } from '../../services/mentoring/session-reviews.ts'
import { othersFor } from '../../services/mentoring/similar-mentors.ts'
import * as words from '../../services/words/in-words.ts'
import { zoneFor } from './times-page.ts'

type Forms = Partial<Record<'words' | 'link' | 'attendance' | 'review', Form<object>>>

/** A session as one of its two people sees it, with a form that has to be filled in again. */
export async function renderSession(req: Request, res: Response, booking: Booking, side: Side, again: Forms = {}) {
  const now = new Date()
  const [events, move, said, others] = await Promise.all([
    BookingEvent.findAll({ where: { bookingId: booking.id }, order: ['createdAt', 'id'] }),
    BookingMove.findOne({ where: { bookingId: booking.id, state: 'open' } }),
    reviewsOf(booking, side, now),
    side === 'mentee' ? othersFor(booking, now) : [],
  ])
  const reviews = { ...said, open: said.open && !hasDeleted(side, events) }
  const forms = {
    words: wordsForm.blank(),
    link: linkForm.blank({ link: booking.meetingLink }),
    attendance: attendanceForm.blank(),
    review: reviewForm.blank(),
    ...again,
  }
  const zone = zoneFor(req)
  const locals = { booking, side, events, move, reviews, others, forms, zone, sessions, words, now }
  res.renderPage('mentoring/sessions/show', locals)
}
