import { Router } from 'express'
import * as courses from '../controllers/catalog/courses.ts'
import { anyone } from '../middleware/audience.ts'

/** What there is to learn, open to everyone who looks around. */
export const catalogRoutes = Router()

catalogRoutes.get('/courses', anyone, courses.index)
catalogRoutes.get('/courses/:slug', anyone, courses.show)
