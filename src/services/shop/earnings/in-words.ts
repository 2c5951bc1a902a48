import { minorDigits } from '../../../lib/money.ts'
import { FEE_PERCENT } from '../fee.ts'
import { DAYS_TO_WAIT } from './shares.ts'
import type { Line, statementOf } from './statement.ts'

export { DAYS_TO_WAIT }

/** What the platform keeps, as a sentence. */
export const feeInWords = `${FEE_PERCENT}\u00a0% of what is paid stays with us: for the tax, for taking the payment and for running the place. What is yours is the same wherever a buyer lives.`

/** When it is sent, as a sentence. */
export const waitInWords = `What is yours is sent ${DAYS_TO_WAIT} days after it was given to its buyer, unless a refund or a dispute of it is open.`

export const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
)

/** The amounts of a line as they are called everywhere. */
export const amounts = {
  paidMinor: 'Paid',
  backMinor: 'Given back',
  feeMinor: 'Kept by us, with the tax',
  netMinor: 'Yours',
} as const

export const columns = ['month', 'kind', 'title', 'currency', 'sold', ...Object.values(amounts).map(inATable)]

/** The head of a column in a spreadsheet, as all the others are written. */
function inATable(name: string) {
  return name.toLowerCase()
}

/** A statement as rows for a spreadsheet. */
export function tableOf({ year, statements }: Awaited<ReturnType<typeof statementOf>>) {
  return statements.flatMap(({ lines }) => lines).map((line) => rowOf(line, year))
}

function rowOf({ month, kind, title, currency, sold, ...line }: Line, year: number) {
  const digits = minorDigits(currency)
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits)
  const values = Object.entries(amounts).map(([name, head]) => [
    inATable(head),
    decimal(line[name as keyof typeof amounts]),
  ])
  const when = `${year}-${String(month).padStart(2, '0')}`
  return { month: when, kind, title, currency, sold, ...Object.fromEntries(values) }
}
