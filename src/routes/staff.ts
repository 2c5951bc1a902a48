import { Router } from 'express'
import * as alarms from '../controllers/staff/alarms.ts'
import * as assignments from '../controllers/staff/assignments.ts'
import * as attachments from '../controllers/staff/attachments.ts'
import * as audit from '../controllers/staff/audit.ts'
import * as desk from '../controllers/staff/desk.ts'
import * as eventAttempts from '../controllers/staff/event-attempts.ts'
import * as events from '../controllers/staff/events.ts'
import * as jobs from '../controllers/staff/jobs.ts'
import * as looks from '../controllers/staff/looks.ts'
import * as mentorDecisions from '../controllers/staff/mentor-decisions.ts'
import * as mentors from '../controllers/staff/mentors.ts'
import * as notes from '../controllers/staff/notes.ts'
import * as people from '../controllers/staff/people.ts'
import * as replies from '../controllers/staff/replies.ts'
import * as searches from '../controllers/staff/searches.ts'
import * as sessions from '../controllers/staff/sessions.ts'
import * as stats from '../controllers/staff/stats.ts'
import * as statuses from '../controllers/staff/statuses.ts'
import * as suspensions from '../controllers/staff/suspensions.ts'
import * as tickets from '../controllers/staff/tickets.ts'
import { officers, staff } from '../middleware/audience.ts'

/** Behind the counter. Privacy requests are found by officers alone. */
export const staffRoutes = Router()

staffRoutes.get('/staff', staff, desk.show)
staffRoutes.get('/staff/tickets', staff, tickets.index)
staffRoutes.get('/staff/tickets/:ref', staff, tickets.show)
staffRoutes.get('/staff/tickets/:ref/files/:id', staff, attachments.show)
staffRoutes.post('/staff/tickets/:ref/replies', staff, replies.create)
staffRoutes.post('/staff/tickets/:ref/notes', staff, notes.create)
staffRoutes.post('/staff/tickets/:ref/assignment', staff, assignments.create)
staffRoutes.post('/staff/tickets/:ref/status', staff, statuses.create)
staffRoutes.get('/staff/people', staff, people.index)
staffRoutes.post('/staff/people/searches', staff, searches.create)
staffRoutes.get('/staff/people/:id', staff, people.show)
staffRoutes.post('/staff/people/:id/looks', staff, looks.create)
staffRoutes.post('/staff/people/:id/suspension', staff, suspensions.create)
staffRoutes.post('/staff/people/:id/suspension/lifting', staff, suspensions.lift)
staffRoutes.get('/staff/stats', staff, stats.show)
staffRoutes.get('/staff/mentors', staff, mentors.index)
staffRoutes.get('/staff/mentors/:application', staff, mentors.show)
staffRoutes.post('/staff/mentors/:application/decision', staff, mentorDecisions.create)
staffRoutes.get('/staff/sessions', staff, sessions.index)
staffRoutes.get('/staff/sessions/:id', staff, sessions.show)
staffRoutes.post('/staff/sessions/:id/link', staff, sessions.giveLink)
staffRoutes.post('/staff/sessions/:id/cancellation', staff, sessions.cancel)
staffRoutes.post('/staff/sessions/:id/attendance', staff, sessions.decide)
staffRoutes.get('/staff/audit', officers, audit.index)
staffRoutes.get('/staff/jobs', officers, jobs.index)
staffRoutes.get('/staff/events', officers, events.index)
staffRoutes.post('/staff/events/:id/attempts', officers, eventAttempts.create)
staffRoutes.post('/staff/alarms/:id/resolution', officers, alarms.resolve)
