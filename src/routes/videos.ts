import { Router } from 'express'
import * as captions from '../controllers/teaching/captions.ts'
import * as uploads from '../controllers/teaching/video-uploads.ts'
import * as videos from '../controllers/teaching/videos.ts'
import { mentors } from '../middleware/audience.ts'
import { slow } from '../middleware/rate-limit.ts'
import { sendsVideos } from '../middleware/security-headers.ts'

/** The film of a lesson: sent through us by a plain form, or by a script straight to Bunny; and its captions. */
export const videoRoutes = Router()

videoRoutes.get('/teach/:course/lessons/:lesson/video', mentors, sendsVideos, videos.show)
videoRoutes.post('/teach/:course/lessons/:lesson/video', mentors, sendsVideos, slow('video'), videos.create)
videoRoutes.post('/teach/:course/lessons/:lesson/video/removal', mentors, videos.destroy)
videoRoutes.get('/teach/:course/lessons/:lesson/video/upload', mentors, uploads.show)
videoRoutes.post('/teach/:course/lessons/:lesson/video/upload', mentors, slow('video'), uploads.create)
videoRoutes.post('/teach/:course/lessons/:lesson/video/completion', mentors, uploads.complete)
videoRoutes.post('/teach/:course/lessons/:lesson/video/captions', mentors, sendsVideos, captions.update)
