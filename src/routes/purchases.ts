import { Router } from 'express'
import * as cards from '../controllers/shop/cards.ts'
import * as earnings from '../controllers/shop/earnings.ts'
import * as purchases from '../controllers/shop/purchases.ts'
import { holders, mentors } from '../middleware/audience.ts'

/** What was paid, and what it brought. Open also to who is suspended or leaving: it is their money. */
export const purchaseRoutes = Router()

purchaseRoutes.get('/purchases', holders, purchases.index)
purchaseRoutes.get('/settings/cards', holders, cards.index)
purchaseRoutes.post('/settings/cards/:card/removal', holders, cards.destroy)
purchaseRoutes.get('/mentor/earnings', mentors, earnings.show)
