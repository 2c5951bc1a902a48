import { Router } from 'express'
import * as home from '../controllers/home.ts'
import * as style from '../controllers/style.ts'
import { anyone } from '../middleware/audience.ts'

export const pageRoutes = Router()

pageRoutes.get('/', anyone, home.show)
pageRoutes.get('/style', anyone, style.show)
