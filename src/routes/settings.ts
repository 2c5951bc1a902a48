import { Router } from 'express'
import * as mentors from '../controllers/accounts/mentors.ts'
import * as photos from '../controllers/accounts/photos.ts'
import * as account from '../controllers/accounts/settings/account.ts'
import * as emailChanges from '../controllers/accounts/settings/email-changes.ts'
import * as notifications from '../controllers/accounts/settings/notifications.ts'
import * as passwords from '../controllers/accounts/settings/passwords.ts'
import * as ownPhotos from '../controllers/accounts/settings/photos.ts'
import * as profiles from '../controllers/accounts/settings/profiles.ts'
import * as publicPages from '../controllers/accounts/settings/public-pages.ts'
import * as security from '../controllers/accounts/settings/security.ts'
import { anyone, holders, members, mentors as teachers } from '../middleware/audience.ts'

/** What people say of themselves, and how they keep their account safe. */
export const settingsRoutes = Router()

settingsRoutes.get('/settings', holders, profiles.index)
settingsRoutes.get('/settings/profile', members, profiles.show)
settingsRoutes.post('/settings/profile', members, profiles.update)
settingsRoutes.post('/settings/profile/photo/removal', members, ownPhotos.destroy)
settingsRoutes.post('/settings/profile/page', teachers, publicPages.update)
settingsRoutes.get('/photos/:id', anyone, photos.show)
settingsRoutes.get('/mentors/:slug', anyone, mentors.show)

settingsRoutes.get('/settings/account', members, account.show)
settingsRoutes.post('/settings/account/place', members, account.updatePlace)
settingsRoutes.post('/settings/account/password', members, passwords.update)
settingsRoutes.post('/settings/account/email', members, emailChanges.create)
settingsRoutes.get('/settings/account/email/confirmation/:token', anyone, emailChanges.show)
settingsRoutes.post('/settings/account/email/confirmation/:token', anyone, emailChanges.confirm)
settingsRoutes.get('/settings/account/email/undoing/:token', anyone, emailChanges.showUndoing)
settingsRoutes.post('/settings/account/email/undoing/:token', anyone, emailChanges.undo)

settingsRoutes.get('/settings/security', holders, security.show)
settingsRoutes.post('/settings/security/sessions/:id/end', holders, security.endOne)
settingsRoutes.post('/settings/security/other-sessions/end', holders, security.endOthers)
settingsRoutes.get('/settings/notifications', holders, notifications.show)
settingsRoutes.post('/settings/notifications', holders, notifications.update)
