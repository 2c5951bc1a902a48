import { Router } from 'express'
import * as acceptances from '../controllers/mentoring/acceptances.ts'
import * as attendances from '../controllers/mentoring/attendances.ts'
import * as bookings from '../controllers/mentoring/bookings.ts'
import * as cancellations from '../controllers/mentoring/cancellations.ts'
import * as entries from '../controllers/mentoring/entries.ts'
import * as feeds from '../controllers/mentoring/feeds.ts'
import * as joins from '../controllers/mentoring/joins.ts'
import * as links from '../controllers/mentoring/links.ts'
import * as moves from '../controllers/mentoring/moves.ts'
import * as refusals from '../controllers/mentoring/refusals.ts'
import * as sessionReviews from '../controllers/mentoring/session-reviews.ts'
import * as sessions from '../controllers/mentoring/sessions.ts'
import * as times from '../controllers/mentoring/times.ts'
import * as wishes from '../controllers/mentoring/wishes.ts'
import { anyone, attendees, members } from '../middleware/audience.ts'
import { slow } from '../middleware/rate-limit.ts'

/** From a free time to a session, and what its two people do with it. */
export const sessionRoutes = Router()

sessionRoutes.get('/mentors/:slug/times', anyone, times.show)
sessionRoutes.get('/mentors/:slug/bookings', members, bookings.fresh)
sessionRoutes.post('/mentors/:slug/bookings', members, slow('booking'), bookings.create)
sessionRoutes.post('/mentors/:slug/wishes', members, slow('wish'), wishes.create)
sessionRoutes.post('/sessions/wishes/:id/removal', members, wishes.destroy)
sessionRoutes.get('/sessions', attendees, sessions.index)
sessionRoutes.post('/sessions/calendar', members, feeds.create)
sessionRoutes.post('/sessions/calendar/removal', members, feeds.destroy)
sessionRoutes.get('/calendar/:token.ics', anyone, slow('calendar'), feeds.show)
sessionRoutes.get('/sessions/:id', attendees, sessions.show)
sessionRoutes.get('/sessions/:id/ics', attendees, entries.show)
sessionRoutes.get('/sessions/:id/join', attendees, joins.show)
sessionRoutes.post('/sessions/:id/acceptance', members, acceptances.create)
sessionRoutes.post('/sessions/:id/refusal', members, refusals.create)
sessionRoutes.post('/sessions/:id/cancellation', attendees, cancellations.create)
sessionRoutes.post('/sessions/:id/link', members, links.create)
sessionRoutes.post('/sessions/:id/attendance', members, attendances.create)
sessionRoutes.post('/sessions/:id/review', members, slow('comment'), sessionReviews.create)
sessionRoutes.post('/sessions/:id/review/removal', members, sessionReviews.destroy)
sessionRoutes.get('/sessions/:id/move', members, moves.show)
sessionRoutes.post('/sessions/:id/move', members, moves.create)
sessionRoutes.post('/sessions/:id/moves/:move/acceptance', members, moves.accept)
sessionRoutes.post('/sessions/:id/moves/:move/refusal', members, moves.refuse)
sessionRoutes.post('/sessions/:id/moves/:move/withdrawal', members, moves.withdraw)
