import { Router } from 'express'
import * as confirmations from '../controllers/accounts/confirmations.ts'
import * as passwordResets from '../controllers/accounts/password-resets.ts'
import * as registrations from '../controllers/accounts/registrations.ts'
import * as sessions from '../controllers/accounts/sessions.ts'
import * as unsubscriptions from '../controllers/accounts/unsubscriptions.ts'
import * as verifications from '../controllers/accounts/verifications.ts'
import { anyone, holders } from '../middleware/audience.ts'

/** The front door. */
export const accountRoutes = Router()

accountRoutes.get('/register', anyone, registrations.show)
accountRoutes.post('/register', anyone, registrations.create)
accountRoutes.get('/register/sent', anyone, registrations.sent)
accountRoutes.get('/verify/:token', anyone, verifications.show)
accountRoutes.post('/verify/:token', anyone, verifications.create)
accountRoutes.get('/login', anyone, sessions.show)
accountRoutes.post('/login', anyone, sessions.create)
accountRoutes.post('/logout', anyone, sessions.destroy)
accountRoutes.get('/forgot', anyone, passwordResets.ask)
accountRoutes.post('/forgot', anyone, passwordResets.create)
accountRoutes.get('/forgot/sent', anyone, passwordResets.sent)
accountRoutes.get('/reset/:token', anyone, passwordResets.show)
accountRoutes.post('/reset/:token', anyone, passwordResets.update)
accountRoutes.get('/confirm', holders, confirmations.show)
accountRoutes.post('/confirm', holders, confirmations.create)
accountRoutes.get('/unsubscribe/:token', anyone, unsubscriptions.show)
accountRoutes.post('/unsubscribe/:token', anyone, unsubscriptions.create)
