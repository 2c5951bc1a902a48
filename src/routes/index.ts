import { Router } from 'express'
import { accountRoutes } from './accounts.ts'
import { catalogRoutes } from './catalog.ts'
import { invoiceRoutes } from './invoices.ts'
import { learningRoutes } from './learning.ts'
import { mentoringRoutes } from './mentoring.ts'
import { moderationRoutes } from './moderation.ts'
import { pageRoutes } from './pages.ts'
import { paymentsDeskRoutes } from './payments-desk.ts'
import { privacyRoutes } from './privacy.ts'
import { privacyDeskRoutes } from './privacy-desk.ts'
import { purchaseRoutes } from './purchases.ts'
import { sessionRoutes } from './sessions.ts'
import { settingsRoutes } from './settings.ts'
import { shopRoutes } from './shop.ts'
import { staffRoutes } from './staff.ts'
import { supportRoutes } from './support.ts'
import { teachingRoutes } from './teaching.ts'
import { trustRoutes } from './trust.ts'
import { videoRoutes } from './videos.ts'
import { webhookRoutes } from './webhooks.ts'
import { wellKnownRoutes } from './well-known.ts'
import { wordRoutes } from './words.ts'

/** Every area of the site; each file below is its map. */
export const routes = Router()

routes.use(pageRoutes)
routes.use(catalogRoutes)
routes.use(accountRoutes)
routes.use(settingsRoutes)
routes.use(privacyRoutes)
routes.use(learningRoutes)
routes.use(wordRoutes)
routes.use(mentoringRoutes)
routes.use(sessionRoutes)
routes.use(shopRoutes)
routes.use(invoiceRoutes)
routes.use(purchaseRoutes)
routes.use(supportRoutes)
routes.use(teachingRoutes)
routes.use(videoRoutes)
routes.use(trustRoutes)
routes.use(webhookRoutes)
routes.use(wellKnownRoutes)
routes.use(staffRoutes)
routes.use(paymentsDeskRoutes)
routes.use(moderationRoutes)
routes.use(privacyDeskRoutes)
