import type { Request, Response } from 'express'
import { readFilters } from '../../forms/shop/purchases.ts'
import { currentUser } from '../../middleware/audience.ts'
import * as shop from '../../services/shop/purchases/in-words.ts'
import { purchasesOf } from '../../services/shop/purchases/own-purchases.ts'
import { ownOrder, renderPurchase } from './purchase-page.ts'

export async function index(req: Request, res: Response) {
  const filters = readFilters(req.query)
  res.renderPage('shop/purchases/index', { filters, shop, ...(await purchasesOf(currentUser(req), filters)) })
}

export async function show(req: Request, res: Response) {
  await renderPurchase(res, await ownOrder(req))
}
