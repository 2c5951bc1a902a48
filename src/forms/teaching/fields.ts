import type { z } from 'zod'
import { text } from '../../lib/form.ts'
import { minorOf } from '../../lib/money.ts'

const MOST = 1_000_000
/** Less cannot be charged by card. */
const LEAST = 50

export const sayPrice = 'Write the price in euros, like 49 or 49.00'

/** A heading: no line break in it, and nothing that turns the direction of writing around. */
export function oneLine(missing: string, max: number) {
  return text(missing, { max }).refine(
    (typed) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(typed),
    'Please write this on one line',
  )
}

/** An amount as it is typed, in minor units. */
export function price(typed: z.ZodType<string>) {
  return typed
    .transform((amount) => minorOf(amount) ?? Number.NaN)
    .refine(Number.isInteger, sayPrice)
    .refine((minor) => !(minor > MOST), 'Please ask for at most 10,000 euros')
    .refine((minor) => !(minor > 0 && minor < LEAST), 'Less than 0.50 cannot be paid by card. 0 makes it free')
}
