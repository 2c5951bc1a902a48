import { Router } from 'express'
import * as dataMap from '../controllers/privacy/data-map.ts'
import { anyone } from '../middleware/audience.ts'

/** What we hold about people, and their way to it. */
export const privacyRoutes = Router()

privacyRoutes.get('/privacy/data-map', anyone, dataMap.show)
