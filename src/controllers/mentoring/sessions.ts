import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { feedAddressOf } from '../../services/mentoring/calendar-feed.ts'
import * as mentoring from '../../services/mentoring/in-words.ts'
import { sessionsOf, tabOf } from '../../services/mentoring/own-sessions.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { wishesOf } from '../../services/mentoring/time-wishes.ts'
import { ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'
import { zoneFor } from './times-page.ts'

export async function index(req: Request, res: Response) {
  const user = currentUser(req)
  const tab = tabOf(req.query.tab)
  const isFirst = tab === 'upcoming' && !req.query.after
  const [page, feed, wishes] = await Promise.all([
    sessionsOf(user, tab, new Date(), req.query.after),
    isFirst ? feedAddressOf(user.id) : undefined,
    isFirst ? wishesOf(user.id) : [],
  ])
  const taught = page.bookings.filter((booking) => booking.sideOf(user) === 'mentor')
  const booked = page.bookings.filter((booking) => booking.sideOf(user) === 'mentee')
  const words = { sessions, mentoring }
  const locals = { tab, taught, booked, after: page.after, isFirst, feed, wishes, zone: zoneFor(req), ...words }
  res.renderPage('mentoring/sessions/index', locals)
}

export async function show(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  await renderSession(req, res, booking, side)
}
