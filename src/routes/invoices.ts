import { Router } from 'express'
import * as corrections from '../controllers/shop/corrections.ts'
import * as invoices from '../controllers/shop/invoices.ts'
import * as staffInvoices from '../controllers/staff/invoices.ts'
import { holders, members, staff } from '../middleware/audience.ts'
import { slow } from '../middleware/rate-limit.ts'

/** What was issued for a purchase: read by who bought, put right by them or by our staff. */
export const invoiceRoutes = Router()

invoiceRoutes.get('/invoices/:number.pdf', holders, invoices.show)
invoiceRoutes.get('/invoices/:number/correction', members, corrections.show)
invoiceRoutes.post('/invoices/:number/correction', members, slow('correction'), corrections.create)

invoiceRoutes.get('/staff/invoices/:number', staff, staffInvoices.show)
invoiceRoutes.post('/staff/invoices/:number/looks', staff, staffInvoices.look)
invoiceRoutes.post('/staff/invoices/:number/correction', staff, staffInvoices.correct)
