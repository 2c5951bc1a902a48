import { Router } from 'express'
import { accountRoutes } from './accounts.ts'
import { pageRoutes } from './pages.ts'

/** Every area of the site; each file below is its map. */
export const routes = Router()

routes.use(pageRoutes)
routes.use(accountRoutes)
