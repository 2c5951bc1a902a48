import { Router } from 'express'
import * as dataMap from '../controllers/privacy/data-map.ts'
import * as deletions from '../controllers/privacy/deletions.ts'
import * as exportFiles from '../controllers/privacy/export-files.ts'
import * as exports from '../controllers/privacy/exports.ts'
import * as overview from '../controllers/privacy/overview.ts'
import * as receipts from '../controllers/privacy/receipts.ts'
import { anyone, holders } from '../middleware/audience.ts'
import { slow } from '../middleware/rate-limit.ts'
import { stepUp } from '../middleware/step-up.ts'

/** What we hold about people, and their way to it. */
export const privacyRoutes = Router()

privacyRoutes.get('/privacy/data-map', anyone, dataMap.show)

privacyRoutes.get('/settings/delete', holders, deletions.show)
privacyRoutes.post('/settings/delete', holders, deletions.create)
privacyRoutes.get('/settings/delete/asked', anyone, deletions.asked)
privacyRoutes.post('/settings/delete/cancellation', holders, deletions.cancel)
privacyRoutes.get('/privacy/receipts', anyone, receipts.show)
privacyRoutes.post('/privacy/receipts', anyone, slow('receipt'), receipts.create)
privacyRoutes.get('/privacy/receipts/key', anyone, receipts.key)
privacyRoutes.get('/settings/privacy', holders, overview.show)
privacyRoutes.post('/settings/privacy/exports', holders, stepUp, slow('export'), exports.create)
privacyRoutes.get('/exports/:id', holders, exports.show)
privacyRoutes.get('/exports/:id/file', holders, stepUp, exportFiles.show)
