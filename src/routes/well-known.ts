import { Router } from 'express'
import * as health from '../controllers/trust/health.ts'
import * as robots from '../controllers/trust/robots.ts'
import * as wellKnown from '../controllers/trust/well-known.ts'
import { anyone } from '../middleware/audience.ts'

/** What programs ask for at addresses that others have agreed on. */
export const wellKnownRoutes = Router()

wellKnownRoutes.get('/.well-known/security.txt', anyone, wellKnown.security)
wellKnownRoutes.get('/.well-known/gpc.json', anyone, wellKnown.gpc)
wellKnownRoutes.get('/.well-known/change-password', anyone, wellKnown.changePassword)
wellKnownRoutes.get('/robots.txt', anyone, robots.show)
wellKnownRoutes.get('/ai.txt', anyone, robots.ai)
wellKnownRoutes.get('/healthz', anyone, health.alive)
wellKnownRoutes.get('/readyz', anyone, health.ready)
