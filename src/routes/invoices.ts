import { Router } from 'express'
import * as invoices from '../controllers/shop/invoices.ts'
import { holders } from '../middleware/audience.ts'

/** What was issued for a purchase: read by who bought, put right by them or by our staff. */
export const invoiceRoutes = Router()

invoiceRoutes.get('/invoices/:number.pdf', holders, invoices.show)
