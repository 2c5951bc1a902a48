import { Conflict } from '../../errors.ts'
import { isTaken } from '../../lib/taken.ts'
import { Order, type User } from '../../models/index.ts'
import { thaw } from './orders.ts'
import { payPageOf, returnTo } from './pay-page.ts'
import { type Billing, placeOrder, type Refused } from './place-order.ts'
import { settle } from './settle.ts'

/** Where to go next. Elsewhere is Stripe. */
type Way = { to: string; settled?: true }

const again: Refused = { field: 'form', sentence: 'That order has ended. Please look at everything once more' }

export class CheckoutService {
  /**
   * From a cart to the page where it is paid. The same form sent twice is one order; an older order of the same person
   * ends first. What costs nothing is settled at once.
   * @throws Conflict where another window is paying, StripeFailed where Stripe does not answer: the order waits
   */
  async buy(buyer: User, billing: Billing, now: Date): Promise<Way | Refused> {
    const before = await madeBefore(buyer, billing)
    if (before) return this.goOn(before, buyer, now)

    await thaw(buyer.id, billing.clientToken)
    const order = await placeOrder(buyer, billing, now).catch(async (error) => {
      const isOther = isTaken(error, 'orders_one_pending')
      const isTwice = isOther || isTaken(error, 'orders_buyer_id_client_token_key')
      const twin = isTwice ? await madeBefore(buyer, billing) : null
      if (twin) return twin
      throw isOther ? new Conflict('Another window is paying for this cart. Please look at your cart.') : error
    })
    return 'field' in order ? order : this.goOn(order, buyer, now)
  }

  /** Takes somebody on to where they were with an order. */
  async goOn(order: Order, buyer: User, now: Date): Promise<Way | Refused> {
    if (['processing', 'paid'].includes(order.state)) return { to: returnTo(order) }
    if (order.state !== 'pending') return again
    if (order.totalMinor > 0) return { to: await payPageOf(order, buyer, now) }
    await settle(order.id, now)
    return { to: returnTo(order), settled: true }
  }
}

export const checkoutService = new CheckoutService()

function madeBefore({ id: buyerId }: User, { clientToken }: Billing) {
  return Order.findOne({ where: { buyerId, clientToken } })
}
