import { FEE_PERCENT } from '../fee.ts'

/** What the platform keeps, as a sentence. */
export const feeInWords = `${FEE_PERCENT} % of what is paid stays with us, for running the place and for taking the payment.`

export const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
)
