import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { sessionsOf, tabOf } from '../../services/mentoring/own-sessions.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'
import { zoneFor } from './times-page.ts'

export async function index(req: Request, res: Response) {
  const user = currentUser(req)
  const tab = tabOf(req.query.tab)
  const page = await sessionsOf(user, tab, new Date(), req.query.after)
  const taught = page.bookings.filter((booking) => booking.sideOf(user) === 'mentor')
  const booked = page.bookings.filter((booking) => booking.sideOf(user) === 'mentee')
  res.renderPage('mentoring/sessions/index', { tab, taught, booked, after: page.after, zone: zoneFor(req), sessions })
}

export async function show(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  await renderSession(req, res, booking, side)
}
