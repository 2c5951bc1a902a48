import { Router } from 'express'
import * as cart from '../controllers/shop/cart.ts'
import * as checkouts from '../controllers/shop/checkouts.ts'
import * as coupons from '../controllers/shop/coupons.ts'
import * as items from '../controllers/shop/items.ts'
import * as payments from '../controllers/shop/payments.ts'
import * as prices from '../controllers/shop/prices.ts'
import * as returns from '../controllers/shop/returns.ts'
import * as wishes from '../controllers/shop/wishes.ts'
import * as staffCoupons from '../controllers/staff/coupons.ts'
import { admins, anyone, members } from '../middleware/audience.ts'
import { asksStripe, slow } from '../middleware/rate-limit.ts'
import { paysAtStripe } from '../middleware/security-headers.ts'

/** From choosing to paying. A cart is open to visitors; who pays has an account. */
export const shopRoutes = Router()

shopRoutes.get('/cart', anyone, cart.show)
shopRoutes.post('/cart/items', anyone, items.create)
shopRoutes.post('/cart/items/:id/removal', anyone, items.destroy)
shopRoutes.post('/cart/items/:id/move', members, items.move)
shopRoutes.post('/cart/prices', anyone, prices.create)
shopRoutes.post('/cart/coupon', anyone, slow('coupon'), coupons.create)
shopRoutes.post('/cart/coupon/removal', anyone, coupons.destroy)
shopRoutes.post('/wishlist/:course/move', members, wishes.move)

shopRoutes.get('/checkout', members, paysAtStripe, checkouts.show)
shopRoutes.post('/checkout', members, paysAtStripe, slow('checkout'), checkouts.create)
shopRoutes.post('/checkout/continuation', members, slow('checkout'), payments.create)
shopRoutes.post('/checkout/cancellation', members, payments.destroy)
shopRoutes.get('/checkout/return', members, asksStripe(), returns.show)

shopRoutes.get('/staff/coupons', admins, staffCoupons.index)
shopRoutes.post('/staff/coupons', admins, staffCoupons.create)
shopRoutes.post('/staff/coupons/:coupon/ending', admins, staffCoupons.end)
