import { z } from 'zod'
import { day, defineForm, type Form, optionalText, rejected, text } from '../../lib/form.ts'
import { minorOf } from '../../lib/money.ts'
import type { Coupon } from '../../models/index.ts'

const MOST = 1_000_000
const DAY = 24 * 60 * 60 * 1000

/** A whole number from 1 on, or nothing. */
const number = (sentence: string, max: number) =>
  optionalText(9).transform((typed, context) => {
    if (typed === null) return null
    if (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= max) return Number(typed)
    context.addIssue(sentence)
    return z.NEVER
  })

const amount = (sentence: string) =>
  optionalText(20).transform((typed, context) => {
    const minor = typed === null ? null : minorOf(typed)
    if (minor !== undefined && (minor === null || (minor > 0 && minor <= MOST))) return minor
    context.addIssue(sentence)
    return z.NEVER
  })

const optionalDay = optionalText(10).pipe(day().nullable())

export const couponForm = defineForm({
  code: text('Give it a code', { min: 3, max: 40 }).regex(/^[A-Za-z0-9-]+$/, 'Use letters, digits and hyphens'),
  percent: number('Write a share from 1 to 100', 100),
  amount: amount('Write an amount in euros, like 5 or 5.00'),
  least: amount('Write an amount in euros, like 20 or 20.00'),
  most: number('Write how often, in all', 1_000_000),
  each: number('Write how often each person may', 1000),
  starts: optionalDay,
  ends: optionalDay,
})

export type NewCoupon = Pick<
  Coupon,
  'code' | 'percent' | 'amountMinor' | 'currency' | 'leastMinor' | 'most' | 'each' | 'startsAt' | 'endsAt'
>

/** A coupon takes a share or an amount off, not both. Its days are whole ones, in UTC. */
export function readCoupon(body: Record<string, unknown>): Form<NewCoupon> {
  const form = couponForm.read(body)
  if (!form.valid) return form

  const { code, percent, amount: amountMinor, least, most, each, starts, ends } = form.values
  const again = (field: string, sentence: string) => rejected(couponForm.blank(body), field, sentence) as Form<never>
  if ((percent === null) === (amountMinor === null)) return again('percent', 'Write either a share or an amount')
  if (starts && ends && ends < starts) return again('ends', 'The last day comes before the first')
  return {
    valid: true,
    errors: {},
    values: {
      ...{ code, percent, amountMinor, most, currency: amountMinor === null ? null : 'EUR' },
      ...{ leastMinor: least ?? 0, each: each ?? 1, startsAt: starts ? new Date(starts) : null },
      endsAt: ends ? new Date(Date.parse(ends) + DAY) : null,
    },
  }
}
