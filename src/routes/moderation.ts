import { Router } from 'express'
import * as decisions from '../controllers/words/decisions.ts'
import * as moderation from '../controllers/words/moderation.ts'
import * as restorations from '../controllers/words/restorations.ts'
import { staff } from '../middleware/audience.ts'

/** Where our staff decide whether reported words stay. */
export const moderationRoutes = Router()

moderationRoutes.get('/staff/reports', staff, moderation.index)
moderationRoutes.get('/staff/reports/:id', staff, moderation.show)
moderationRoutes.post('/staff/reports/:id/decision', staff, decisions.create)
moderationRoutes.post('/staff/reports/:id/restoration', staff, restorations.create)
