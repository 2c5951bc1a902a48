import type { Request, Response } from 'express'
import { attendanceForm, linkForm, wordsForm } from '../../forms/mentoring/booking.ts'
import type { Form } from '../../lib/form.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, BookingEvent, BookingMove } from '../../models/index.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { zoneFor } from './times-page.ts'

type Forms = Partial<Record<'words' | 'link' | 'attendance', Form<object>>>

/** A session as one of its two people sees it, with a form that has to be filled in again. */
export async function renderSession(req: Request, res: Response, booking: Booking, side: Side, again: Forms = {}) {
  const [events, move] = await Promise.all([
    BookingEvent.findAll({ where: { bookingId: booking.id }, order: ['createdAt', 'id'] }),
    BookingMove.findOne({ where: { bookingId: booking.id, state: 'open' } }),
  ])
  const forms = {
    words: wordsForm.blank(),
    link: linkForm.blank({ link: booking.meetingLink }),
    attendance: attendanceForm.blank(),
    ...again,
  }
  const zone = zoneFor(req)
  res.renderPage('mentoring/sessions/show', { booking, side, events, move, forms, zone, sessions, now: new Date() })
}
