import { Router } from 'express'
import * as sessions from '../controllers/accounts/sessions.ts'
import { anyone } from '../middleware/audience.ts'

/** From the front door to the settings. */
export const accountRoutes = Router()

accountRoutes.get('/login', anyone, sessions.show)
accountRoutes.post('/login', anyone, sessions.create)
accountRoutes.post('/logout', anyone, sessions.destroy)
