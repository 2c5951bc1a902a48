import { Router } from 'express'
import * as commentRemovals from '../controllers/words/comment-removals.ts'
import * as comments from '../controllers/words/comments.ts'
import * as removalCounts from '../controllers/words/removal-counts.ts'
import * as reports from '../controllers/words/reports.ts'
import * as reviewAnswers from '../controllers/words/review-answers.ts'
import * as reviewRemovals from '../controllers/words/review-removals.ts'
import * as reviews from '../controllers/words/reviews.ts'
import { anyone, members } from '../middleware/audience.ts'
import { slow } from '../middleware/rate-limit.ts'

/** What people say about courses and lessons, and to each other. */
export const wordRoutes = Router()

wordRoutes.get('/courses/:slug/reviews', anyone, reviews.index)
wordRoutes.post('/courses/:slug/reviews', members, slow('comment'), reviews.create)
wordRoutes.post('/courses/:slug/reviews/:id/removal', members, reviewRemovals.create)
wordRoutes.post('/courses/:slug/reviews/:id/answer', members, slow('comment'), reviewAnswers.create)
wordRoutes.get('/learn/:course/:lesson/comments', members, comments.index)
wordRoutes.post('/learn/:course/:lesson/comments', members, slow('comment'), comments.create)
wordRoutes.get('/learn/:course/:lesson/comments/:id', members, comments.show)
wordRoutes.post('/learn/:course/:lesson/comments/:id', members, comments.update)
wordRoutes.post('/learn/:course/:lesson/comments/:id/removal', members, commentRemovals.create)
wordRoutes.get('/reports/new', members, reports.fresh)
wordRoutes.post('/reports', members, slow('report'), reports.create)
wordRoutes.get('/privacy/removals', anyone, removalCounts.index)
