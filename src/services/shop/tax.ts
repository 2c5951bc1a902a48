import { sql } from '../../lib/sql.ts'

const WHOLE = 10_000

/** The tax inside an amount that includes it; rates are hundredths of a percent. */
export function taxIn(totalMinor: number, rate: number) {
  return Math.round((totalMinor * rate) / (WHOLE + rate))
}

/** What a country takes on a day, by our table. Nothing where it has none: a service is taxed where its buyer is. */
export async function rateOf(country: string, now: Date) {
  const day = now.toISOString().slice(0, 10)
  const { rows } = await sql<{ rate: number }>(
    'select rate from tax_rates where country = $country and valid @> $day::date',
    { country, day },
  )
  return rows[0]?.rate ?? 0
}
