import type { Coupon } from '../../models/index.ts'
import type { Line } from './cart-lines.ts'
import { type Found, refusalOf } from './coupons.ts'
import { priced } from './pricing.ts'

/** As much as anybody can look over before paying. */
export const MOST_IN_CART = 20

/** A coupon in a cart, and the sentence that says why it takes nothing off, if it does not. */
export type Chosen = { coupon: Coupon; refusal?: string }

/** What somebody is about to buy, and what it comes to. Without a country nothing is known of the tax: it is inside. */
export class Cart {
  /** What can be bought. */
  readonly lines: Line[]
  /** What cannot any more, each with its reason. */
  readonly gone: Line[]
  readonly chosen?: Chosen
  readonly prices: ReturnType<typeof priced>

  constructor(all: Line[], found: Found | undefined, now: Date) {
    this.lines = all.filter(({ gone }) => !gone)
    this.gone = all.filter(({ gone }) => gone)
    const subtotalMinor = this.lines.reduce((sum, { priceMinor }) => sum + priceMinor, 0)
    const refusal = found && refusalOf(found, { subtotalMinor, currency: this.currency }, now)
    this.chosen = found && { coupon: found.coupon, refusal }
    this.prices = this.pricesAt(0)
  }

  /** The same with the tax of a country, in hundredths of a percent. */
  pricesAt(rate: number) {
    const reduction = this.chosen?.refusal ? null : this.chosen?.coupon
    const prices = this.lines.map(({ priceMinor }) => priceMinor)
    return priced(prices, rate, reduction)
  }

  get currency() {
    return this.lines[0]?.currency ?? 'EUR'
  }

  get isMixed() {
    return this.lines.some(({ currency }) => currency !== this.currency)
  }

  get isEmpty() {
    return this.lines.length === 0
  }

  /** What costs something else than its owner has seen. */
  get changed() {
    return this.lines.filter(({ priceMinor, seenMinor }) => priceMinor !== seenMinor)
  }

  get isReady() {
    return !this.isEmpty && this.changed.length === 0
  }
}
