import { Router } from 'express'
import * as zoom from '../controllers/webhooks/zoom.ts'
import { anyone } from '../middleware/audience.ts'

/** What companies tell us of by themselves. Each proves by its signature that it is them. */
export const webhookRoutes = Router()

webhookRoutes.post('/webhooks/zoom', anyone, zoom.create)
