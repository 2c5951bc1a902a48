import { Router } from 'express'
import * as attachments from '../controllers/support/attachments.ts'
import * as closings from '../controllers/support/closings.ts'
import * as reopenings from '../controllers/support/reopenings.ts'
import * as replies from '../controllers/support/replies.ts'
import * as tickets from '../controllers/support/tickets.ts'
import { anyone } from '../middleware/audience.ts'
import { slow } from '../middleware/rate-limit.ts'

/** Open to visitors too: their tickets are found by a signed key, everyone else's through who they are. */
export const supportRoutes = Router()

supportRoutes.get('/support', anyone, tickets.index)
supportRoutes.post('/support', anyone, slow('ticket'), tickets.create)
supportRoutes.get('/support/new', anyone, tickets.fresh)
supportRoutes.get('/support/:ref', anyone, tickets.show)
supportRoutes.post('/support/:ref/replies', anyone, slow('ticket'), replies.create)
supportRoutes.post('/support/:ref/closing', anyone, closings.create)
supportRoutes.post('/support/:ref/reopening', anyone, reopenings.create)
supportRoutes.get('/support/:ref/files/:id', anyone, attachments.show)
