import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { currentUser } from '../../middleware/audience.ts'
import { invitation } from '../../services/mentoring/calendar.ts'
import { ownBooking } from './own-booking.ts'

/** The session as a file for the reader's own calendar. */
export async function show(req: Request, res: Response) {
  const { booking } = await ownBooking(req)
  const entry = invitation(booking, currentUser(req).email, new Date())
  if (!entry) throw new NotFound('session')

  res.attachment('session.ics').type(`text/calendar; charset=utf-8; method=${entry.method}`)
  res.set('Cache-Control', 'no-store').end(entry.content)
}
