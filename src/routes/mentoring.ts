import { Router } from 'express'
import * as types from '../controllers/mentoring/types.ts'
import { mentors } from '../middleware/audience.ts'

/** Where mentors say what can be booked with them, and when. */
export const mentoringRoutes = Router()

mentoringRoutes.get('/mentor/types', mentors, types.index)
mentoringRoutes.post('/mentor/types', mentors, types.create)
mentoringRoutes.get('/mentor/types/:type', mentors, types.show)
mentoringRoutes.post('/mentor/types/:type', mentors, types.update)
mentoringRoutes.post('/mentor/types/:type/archiving', mentors, types.archive)
