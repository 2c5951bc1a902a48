import { checkout } from './support/checkout.ts'
import type { Measured } from './support/measure.ts'
import { settling } from './support/settling.ts'
import { openStreet } from './support/street.ts'

/** From a cart to Stripe, and from what Stripe says to the course: alone, and a thousand at once. */
export async function benchmark(): Promise<Measured[]> {
  const street = await openStreet()
  try {
    return [...(await checkout(street)), ...(await settling(street))]
  } finally {
    await street.close()
  }
}
