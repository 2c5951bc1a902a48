import { Router } from 'express'
import * as cards from '../controllers/shop/cards.ts'
import * as earningPapers from '../controllers/shop/earning-papers.ts'
import * as earningTables from '../controllers/shop/earning-tables.ts'
import * as earnings from '../controllers/shop/earnings.ts'
import * as purchaseTables from '../controllers/shop/purchase-tables.ts'
import * as purchases from '../controllers/shop/purchases.ts'
import * as refunds from '../controllers/shop/refunds.ts'
import * as sellerAccounts from '../controllers/shop/seller-accounts.ts'
import { holders, mentors } from '../middleware/audience.ts'
import { asksStripe, slow } from '../middleware/rate-limit.ts'
import { leavesForStripe, paysAtStripe } from '../middleware/security-headers.ts'

/** What was paid, and what it brought. Open also to who is suspended or leaving: it is their money. */
export const purchaseRoutes = Router()

purchaseRoutes.get('/purchases', holders, purchases.index)
purchaseRoutes.get('/purchases.csv', holders, purchaseTables.show)
purchaseRoutes.get('/purchases/:id', holders, paysAtStripe, asksStripe(), purchases.show)
purchaseRoutes.post('/purchases/:id/refund', holders, paysAtStripe, slow('refund'), refunds.create)
purchaseRoutes.get('/settings/cards', holders, asksStripe(), cards.index)
purchaseRoutes.post('/settings/cards/:card/removal', holders, asksStripe(), cards.destroy)

purchaseRoutes.get('/mentor/earnings', mentors, leavesForStripe, asksStripe(), earnings.show)
purchaseRoutes.get('/mentor/earnings.csv', mentors, earningTables.show)
purchaseRoutes.get('/mentor/earnings.pdf', mentors, earningPapers.show)
purchaseRoutes.post('/mentor/earnings/account', mentors, slow('checkout'), sellerAccounts.create)
