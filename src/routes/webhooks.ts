import { Router } from 'express'
import * as stripe from '../controllers/webhooks/stripe.ts'
import * as zoom from '../controllers/webhooks/zoom.ts'
import { anyone } from '../middleware/audience.ts'

/** What companies tell us of by themselves. Each proves by its signature that it is them. */
export const webhookRoutes = Router()

webhookRoutes.post('/webhooks/stripe', anyone, stripe.create)
webhookRoutes.post('/webhooks/zoom', anyone, zoom.create)
