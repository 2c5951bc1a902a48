import { Router } from 'express'
import * as disputes from '../controllers/staff/disputes.ts'
import * as orders from '../controllers/staff/orders.ts'
import { staff } from '../middleware/audience.ts'

/** Money that goes back, and what banks ask back. */
export const paymentsDeskRoutes = Router()

paymentsDeskRoutes.get('/staff/orders', staff, orders.index)
paymentsDeskRoutes.get('/staff/orders/:id', staff, orders.show)
paymentsDeskRoutes.post('/staff/orders/:id/refunds', staff, orders.refund)
paymentsDeskRoutes.post('/staff/refunds/:refund/refusal', staff, orders.refuse)
paymentsDeskRoutes.post('/staff/refunds/:refund/attempts', staff, orders.attempt)
paymentsDeskRoutes.get('/staff/disputes', staff, disputes.index)
paymentsDeskRoutes.get('/staff/disputes/:id', staff, disputes.show)
paymentsDeskRoutes.post('/staff/disputes/:id/evidence', staff, disputes.answer)
