import { Router } from 'express'
import * as beats from '../controllers/learning/beats.ts'
import * as certificates from '../controllers/learning/certificates.ts'
import * as completions from '../controllers/learning/completions.ts'
import * as courses from '../controllers/learning/courses.ts'
import * as files from '../controllers/learning/files.ts'
import * as finished from '../controllers/learning/finished.ts'
import * as lessons from '../controllers/learning/lessons.ts'
import * as notes from '../controllers/learning/notes.ts'
import { anyone, members } from '../middleware/audience.ts'
import { steady } from '../middleware/rate-limit.ts'
import { playsVideos } from '../middleware/security-headers.ts'

/** For who has a place in a course. Its author may look, and leaves no trace. */
export const learningRoutes = Router()

learningRoutes.get('/learn', members, courses.index)
learningRoutes.get('/learn/:course', members, courses.show)
learningRoutes.get('/learn/:course/finished', members, finished.show)
learningRoutes.post('/learn/:course/certificate', members, certificates.create)
learningRoutes.get('/learn/:course/certificate.pdf', members, certificates.file)
learningRoutes.get('/certificates/:code', anyone, certificates.show)
learningRoutes.get('/learn/:course/:lesson', members, playsVideos, lessons.show)
learningRoutes.post('/learn/:course/:lesson/progress', members, steady(60), beats.create)
learningRoutes.post('/learn/:course/:lesson/completion', members, playsVideos, completions.create)
learningRoutes.post('/learn/:course/:lesson/note', members, playsVideos, notes.create)
learningRoutes.get('/learn/:course/:lesson/files/:id', members, files.show)
