import type { Request, Response } from 'express'
import { codeForm } from '../../forms/shop/coupon.ts'
import { rejected } from '../../lib/form.ts'
import { couponOf, refusalOf } from '../../services/shop/coupons.ts'
import { basketOf } from './basket-of.ts'
import { renderCart } from './cart-page.ts'

export async function create(req: Request, res: Response) {
  const now = new Date()
  const form = codeForm.read(req.body)
  if (!form.valid) return renderCart(req, res.status(422), form)

  const basket = basketOf(req, res)
  const { prices, currency } = await basket.contents(now)
  const found = await couponOf(form.values.code, req.user?.id ?? null)
  const refusal = refusalOf(found, { ...prices, currency }, now)
  if (refusal) return renderCart(req, res.status(422), rejected(form, 'code', refusal))

  await basket.choose(found!.coupon, now)
  res.seeOther('/cart?note=coupon')
}

export async function destroy(req: Request, res: Response) {
  await basketOf(req, res).leave()
  res.seeOther('/cart?note=without')
}
