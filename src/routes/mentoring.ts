import { Router } from 'express'
import * as applications from '../controllers/mentoring/applications.ts'
import * as away from '../controllers/mentoring/away.ts'
import * as clashes from '../controllers/mentoring/clashes.ts'
import * as hours from '../controllers/mentoring/hours.ts'
import * as directory from '../controllers/mentoring/mentors.ts'
import * as terms from '../controllers/mentoring/terms.ts'
import * as types from '../controllers/mentoring/types.ts'
import { anyone, members, mentors } from '../middleware/audience.ts'

/** Who teaches here; how members become mentors, and where those say what can be booked with them, and when. */
export const mentoringRoutes = Router()

mentoringRoutes.get('/mentors', anyone, directory.index)

mentoringRoutes.get('/mentor/apply', members, applications.show)
mentoringRoutes.post('/mentor/apply', members, applications.create)
mentoringRoutes.get('/mentor/types', mentors, types.index)
mentoringRoutes.post('/mentor/types', mentors, types.create)
mentoringRoutes.get('/mentor/types/:type', mentors, types.show)
mentoringRoutes.post('/mentor/types/:type', mentors, types.update)
mentoringRoutes.post('/mentor/types/:type/archiving', mentors, types.archive)
mentoringRoutes.get('/mentor/hours', mentors, hours.show)
mentoringRoutes.post('/mentor/hours', mentors, hours.create)
mentoringRoutes.post('/mentor/hours/terms', mentors, terms.update)
mentoringRoutes.post('/mentor/hours/:hours', mentors, hours.update)
mentoringRoutes.post('/mentor/hours/:hours/removal', mentors, hours.destroy)
mentoringRoutes.get('/mentor/away', mentors, away.index)
mentoringRoutes.post('/mentor/away', mentors, away.create)
mentoringRoutes.get('/mentor/away/clashes', mentors, clashes.show)
mentoringRoutes.post('/mentor/away/clashes', mentors, clashes.create)
mentoringRoutes.post('/mentor/away/:time/removal', mentors, away.destroy)
