import { Router } from 'express'
import * as courses from '../controllers/catalog/courses.ts'
import * as enrolments from '../controllers/catalog/enrolments.ts'
import * as previews from '../controllers/catalog/previews.ts'
import * as searches from '../controllers/catalog/searches.ts'
import * as wishlist from '../controllers/catalog/wishlist.ts'
import { anyone, members } from '../middleware/audience.ts'
import { playsVideos } from '../middleware/security-headers.ts'

/** What there is to learn, open to everyone who looks around; and what members put aside or take of it. */
export const catalogRoutes = Router()

catalogRoutes.get('/courses', anyone, courses.index)
catalogRoutes.get('/courses/:slug', anyone, courses.show)
catalogRoutes.post('/courses/:slug/enrolment', members, enrolments.create)
catalogRoutes.get('/courses/:slug/preview/:lesson', anyone, playsVideos, previews.show)
catalogRoutes.get('/courses/:slug/preview/:lesson/files/:id', anyone, previews.file)
catalogRoutes.get('/search', anyone, searches.show)

catalogRoutes.get('/wishlist', members, wishlist.index)
catalogRoutes.post('/wishlist', members, wishlist.create)
catalogRoutes.post('/wishlist/:course/removal', members, wishlist.destroy)
