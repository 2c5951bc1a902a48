import { Router } from 'express'
import * as cart from '../controllers/shop/cart.ts'
import * as items from '../controllers/shop/items.ts'
import * as prices from '../controllers/shop/prices.ts'
import * as wishes from '../controllers/shop/wishes.ts'
import { anyone, members } from '../middleware/audience.ts'

/** From choosing to paying. A cart is open to visitors; who pays has an account. */
export const shopRoutes = Router()

shopRoutes.get('/cart', anyone, cart.show)
shopRoutes.post('/cart/items', anyone, items.create)
shopRoutes.post('/cart/items/:id/removal', anyone, items.destroy)
shopRoutes.post('/cart/items/:id/move', members, items.move)
shopRoutes.post('/cart/prices', anyone, prices.create)
shopRoutes.post('/wishlist/:course/move', members, wishes.move)
