import { Router } from 'express'
import * as erasures from '../controllers/staff/erasures.ts'
import * as holds from '../controllers/staff/holds.ts'
import * as privacyBoard from '../controllers/staff/privacy-board.ts'
import * as retention from '../controllers/staff/retention.ts'
import * as runs from '../controllers/staff/runs.ts'
import { officers } from '../middleware/audience.ts'
import { stepUp } from '../middleware/step-up.ts'

/** What privacy officers watch over. */
export const privacyDeskRoutes = Router()

privacyDeskRoutes.get('/staff/privacy', officers, privacyBoard.show)
privacyDeskRoutes.get('/staff/privacy/erasures/:id', officers, erasures.show)
privacyDeskRoutes.get('/staff/privacy/retention', officers, retention.show)
privacyDeskRoutes.post('/staff/privacy/runs', officers, stepUp, runs.create)
privacyDeskRoutes.get('/staff/privacy/holds', officers, holds.index)
privacyDeskRoutes.post('/staff/privacy/holds', officers, holds.create)
privacyDeskRoutes.post('/staff/privacy/holds/:id/review', officers, holds.review)
privacyDeskRoutes.post('/staff/privacy/holds/:id/release', officers, stepUp, holds.release)
