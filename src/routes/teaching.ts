import { Router } from 'express'
import * as closings from '../controllers/teaching/closings.ts'
import * as courses from '../controllers/teaching/courses.ts'
import * as files from '../controllers/teaching/files.ts'
import * as learners from '../controllers/teaching/learners.ts'
import * as lessonPositions from '../controllers/teaching/lesson-positions.ts'
import * as lessonRemovals from '../controllers/teaching/lesson-removals.ts'
import * as lessonRestorations from '../controllers/teaching/lesson-restorations.ts'
import * as lessons from '../controllers/teaching/lessons.ts'
import * as outlines from '../controllers/teaching/outlines.ts'
import * as previews from '../controllers/teaching/previews.ts'
import * as publications from '../controllers/teaching/publications.ts'
import * as removals from '../controllers/teaching/removals.ts'
import * as sectionPositions from '../controllers/teaching/section-positions.ts'
import * as sections from '../controllers/teaching/sections.ts'
import { mentors } from '../middleware/audience.ts'
import { sendsVideos } from '../middleware/security-headers.ts'

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
teachingRoutes.post('/teach/:course/reopening', mentors, publications.create)

teachingRoutes.get('/teach/:course/outline', mentors, outlines.show)
teachingRoutes.post('/teach/:course/sections', mentors, sections.create)
teachingRoutes.post('/teach/:course/sections/:section', mentors, sections.update)
teachingRoutes.post('/teach/:course/sections/:section/position', mentors, sectionPositions.update)
teachingRoutes.post('/teach/:course/sections/:section/removal', mentors, sections.destroy)

teachingRoutes.post('/teach/:course/lessons', mentors, lessons.create)
teachingRoutes.get('/teach/:course/lessons/:lesson', mentors, sendsVideos, lessons.show)
teachingRoutes.post('/teach/:course/lessons/:lesson', mentors, sendsVideos, lessons.update)
teachingRoutes.post('/teach/:course/lessons/:lesson/position', mentors, lessonPositions.update)
teachingRoutes.get('/teach/:course/lessons/:lesson/removal', mentors, lessonRemovals.show)
teachingRoutes.post('/teach/:course/lessons/:lesson/removal', mentors, lessonRemovals.create)
teachingRoutes.post('/teach/:course/lessons/:lesson/restoration', mentors, lessonRestorations.create)
teachingRoutes.post('/teach/:course/lessons/:lesson/files', mentors, files.create)
teachingRoutes.get('/teach/:course/lessons/:lesson/files/:id', mentors, files.show)
teachingRoutes.post('/teach/:course/lessons/:lesson/files/:id/removal', mentors, files.destroy)

teachingRoutes.get('/teach/:course/preview', mentors, previews.index)
teachingRoutes.get('/teach/:course/preview/:lesson', mentors, previews.show)
teachingRoutes.get('/teach/:course/learners', mentors, learners.index)
