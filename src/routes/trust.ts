import { Router } from 'express'
import * as cookies from '../controllers/trust/cookies.ts'
import * as help from '../controllers/trust/help.ts'
import * as pages from '../controllers/trust/pages.ts'
import * as privacy from '../controllers/trust/privacy.ts'
import * as status from '../controllers/trust/status.ts'
import { anyone } from '../middleware/audience.ts'

/** What we promise, how it goes, and the answers to most questions. */
export const trustRoutes = Router()

trustRoutes.get('/privacy', anyone, privacy.show)
trustRoutes.get('/privacy/status', anyone, status.show)
trustRoutes.get('/privacy/status.json', anyone, status.data)
trustRoutes.get('/privacy/deleting-your-account', anyone, pages.leaving)
trustRoutes.get('/cookies', anyone, cookies.show)
trustRoutes.post('/cookies', anyone, cookies.update)
trustRoutes.get('/terms', anyone, pages.terms)
trustRoutes.get('/help', anyone, help.index)
trustRoutes.get('/help/:slug', anyone, help.show)
