import { v7 } from 'uuid'
import type { Migration } from '../src/db/migrator.ts'

/** Standard rates of value added tax in percent, as of November 2026, with the day the newest began. */
const rates: [country: string, percent: number, from?: string][] = [
  ...([
    ['AT', 20],
    ['BE', 21],
    ['BG', 20],
    ['CY', 19],
    ['CZ', 21],
    ['DE', 19],
    ['DK', 25],
  ] as [string, number][]),
  ...([
    ['ES', 21],
    ['FR', 20],
    ['GR', 24],
    ['HR', 25],
    ['HU', 27],
    ['IE', 23],
    ['IT', 22],
  ] as [string, number][]),
  ...([
    ['LT', 21],
    ['LU', 17],
    ['LV', 21],
    ['MT', 18],
    ['NL', 21],
    ['PL', 23],
    ['PT', 23],
  ] as [string, number][]),
  ...([
    ['SE', 25],
    ['SI', 22],
    ['GB', 20],
  ] as [string, number][]),
  ['EE', 24, '2025-07-01'],
  ['FI', 25.5, '2024-09-01'],
  ['RO', 21, '2025-08-01'],
  ['SK', 23, '2025-01-01'],
]

export const up: Migration = async (sql) => {
  for (const [country, percent, from = '2024-01-01'] of rates) {
    await sql(`insert into tax_rates (id, country, rate, valid)
      values ('${v7()}', '${country}', ${percent * 100}, daterange('${from}', null))`)
  }
}
