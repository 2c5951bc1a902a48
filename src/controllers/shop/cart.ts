import type { Request, Response } from 'express'
import { renderCart } from './cart-page.ts'

export async function show(req: Request, res: Response) {
  await renderCart(req, res)
}
