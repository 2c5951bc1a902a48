import { Router } from 'express'
import * as closings from '../controllers/teaching/closings.ts'
import * as courses from '../controllers/teaching/courses.ts'
import * as publications from '../controllers/teaching/publications.ts'
import * as removals from '../controllers/teaching/removals.ts'
import { mentors } from '../middleware/audience.ts'

/** Where mentors make courses. Each is found through its author: to everyone else it is not there. */
export const teachingRoutes = Router()

teachingRoutes.get('/teach', mentors, courses.index)
teachingRoutes.post('/teach', mentors, courses.create)
teachingRoutes.get('/teach/new', mentors, courses.fresh)
teachingRoutes.get('/teach/:course', mentors, courses.show)
teachingRoutes.post('/teach/:course', mentors, courses.update)
teachingRoutes.get('/teach/:course/removal', mentors, removals.show)
teachingRoutes.post('/teach/:course/removal', mentors, removals.create)

teachingRoutes.get('/teach/:course/publication', mentors, publications.show)
teachingRoutes.post('/teach/:course/publication', mentors, publications.create)
teachingRoutes.post('/teach/:course/closing', mentors, closings.create)
