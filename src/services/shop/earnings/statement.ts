import { sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'
import { moves } from './moves.ts'
import { type Why, whyInWords } from './why.ts'

/** What came in for one thing in one month. What went back is below zero in its own column, whenever it was sold. */
export type Line = {
  month: number
  currency: string
  kind: 'course' | 'session'
  title: string
  sold: number
  paidMinor: number
  backMinor: number
  feeMinor: number
  netMinor: number
}

export type Sums = Pick<Line, (typeof summed)[number]>
export type Statement = {
  currency: string
  lines: Line[]
  months: Sums[]
  sums: Sums
  whys: [words: string, minor: number][]
}
type Back = { currency: string; why: Why; minor: number }

const summed = ['sold', 'paidMinor', 'backMinor', 'feeMinor', 'netMinor'] as const

/**
 * What a mentor earned in a year, by thing and month, for each currency; and the years in which they sold anything. Net
 * is what was paid, less what went back, with the reasons, and what the platform keeps. Nothing about who bought (P09).
 */
export async function statementOf({ id }: User, year: number) {
  const [lines, back, years] = await Promise.all([linesOf(id, year), backOf(id, year), yearsOf(id)])
  const currencies = [...new Set(lines.map(({ currency }) => currency))]
  return { year, years, statements: currencies.map((currency) => statementIn(currency, lines, back)) }
}

function statementIn(currency: string, all: Line[], back: Back[]): Statement {
  const lines = all.filter((line) => line.currency === currency)
  const months = Array.from({ length: 12 }, (_, month) => sumOf(lines.filter((line) => line.month === month + 1)))
  const own = back.filter((one) => one.currency === currency)
  const whys = [...Map.groupBy(own, ({ why }) => whyInWords[why])].map(([words, these]): [string, number] => [
    words,
    these.reduce((all, { minor }) => all + minor, 0),
  ])
  return { currency, lines, months, sums: sumOf(lines), whys }
}

function sumOf(lines: Line[]): Sums {
  const sum = (column: (typeof summed)[number]) => lines.reduce((all, line) => all + line[column], 0)
  return Object.fromEntries(summed.map((column) => [column, sum(column)])) as Sums
}

async function linesOf(id: string, year: number) {
  const { rows } = await sql<Line>(
    `with moves as (${moves})
     select extract(month from day)::int as month, currency, kind, max(title) as title, sum(sold)::int as sold,
       sum(paid)::int as "paidMinor", sum(back)::int as "backMinor",
       sum(fee)::int as "feeMinor", sum(paid + back - fee)::int as "netMinor"
     from moves where day >= make_date($year, 1, 1) and day < make_date($year + 1, 1, 1)
     group by extract(month from day), currency, kind, thing
     order by month, kind, title`,
    { id, year },
  )
  return rows
}

/** What went back in a year, by why it did. */
async function backOf(id: string, year: number) {
  const { rows } = await sql<Back>(
    `with moves as (${moves})
     select currency, why, -sum(back)::int as minor from moves
     where why is not null and day >= make_date($year, 1, 1) and day < make_date($year + 1, 1, 1)
     group by currency, why order by why`,
    { id, year },
  )
  return rows
}

async function yearsOf(id: string) {
  const { rows } = await sql<{ year: number }>(
    `with moves as (${moves}) select distinct extract(year from day)::int as year from moves order by year desc`,
    { id },
  )
  return rows.map(({ year }) => year)
}
