import type { Request, Response } from 'express'
import { couponForm, readCoupon } from '../../forms/staff/coupon.ts'
import { find } from '../../lib/find.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Coupon } from '../../models/index.ts'
import { standsOf, takesOff } from '../../services/shop/in-words.ts'

export async function index(req: Request, res: Response) {
  await renderCoupons(req, res)
}

export async function create(req: Request, res: Response) {
  const form = readCoupon(req.body)
  if (!form.valid) return renderCoupons(req, res.status(422), form)

  const coupon = { ...form.values, createdBy: currentUser(req).id, createdAt: new Date() }
  if (!(await Coupon.make(coupon))) {
    const again = rejected(couponForm.blank(req.body), 'code', 'There is a coupon of that name already')
    return renderCoupons(req, res.status(422), again)
  }
  req.flash('The coupon can be used.')
  res.seeOther('/staff/coupons')
}

/** From now on it takes nothing off; who is paying with it still may. */
export async function end(req: Request, res: Response) {
  const coupon = await find(Coupon, { id: req.params.coupon as string })
  await coupon.end(new Date())
  req.flash('The coupon has ended.')
  res.seeOther('/staff/coupons')
}

async function renderCoupons(req: Request, res: Response, form: Form<object> = couponForm.blank({ each: 1 })) {
  const page = await Coupon.latest(req.query.after)
  res.renderPage('staff/coupons/index', { ...page, form, standsOf, takesOff, now: new Date() })
}
