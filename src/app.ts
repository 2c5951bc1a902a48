import express from 'express'
import { config } from './config.ts'
import { viewEngine } from './lib/views.ts'
import { answers } from './middleware/answers.ts'
import { serveAssets } from './middleware/assets.ts'
import { loadUser } from './middleware/audience.ts'
import { asBytes, inGoodTime, uploads, urlencoded } from './middleware/bodies.ts'
import { lastResort, notFound, showError } from './middleware/errors.ts'
import { flash } from './middleware/flash.ts'
import { forgery, sameOrigin } from './middleware/forgery.ts'
import { httpsOnly } from './middleware/https-only.ts'
import { optOut } from './middleware/opt-out.ts'
import { pageFrame } from './middleware/page-frame.ts'
import { requestLog } from './middleware/request-log.ts'
import { notForTraining, securityHeaders } from './middleware/security-headers.ts'
import { sessions } from './middleware/sessions.ts'
import { countViews } from './middleware/usage.ts'
import { countCart } from './middleware/visitor-cart.ts'
import { routes } from './routes/index.ts'

/** A request passes through this list from top to bottom. */
export function createApp() {
  const app = express()
  app.engine('ejs', viewEngine)
  app.set('view engine', 'ejs')
  app.set('views', `${import.meta.dirname}/../views`)
  app.set('view cache', true)
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.disable('x-powered-by')

  app.use(requestLog, securityHeaders, notForTraining, httpsOnly, serveAssets)
  app.use(answers, pageFrame)
  app.use(sessions(), flash)
  app.use(sameOrigin)
  app.use(inGoodTime)
  app.use('/webhooks', asBytes)
  app.use(urlencoded, uploads)
  app.use(forgery, loadUser, countCart, optOut, countViews)

  app.use(routes)

  app.use(notFound)
  app.use(showError, lastResort)

  return app
}
