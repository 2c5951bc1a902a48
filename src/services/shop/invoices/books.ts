import { config } from '../../../config.ts'

/** How many years the promise says (P29), and how long most countries ask for. */
const YEARS = 7

/**
 * Where books are kept for longer, from the end of the year of the document: Germany § 14b UStG since 2025; France art.
 * L123-22 Code de commerce; Italy art. 2220 Codice civile; Belgium art. 60 Code TVA since 2023; Luxembourg art. 16 Code
 * de commerce; Bulgaria art. 12 Accountancy Act; Lithuania, order V-100 on retention. A seller with sales by the
 * One-Stop Shop keeps their records ten years (Art. 369k of Directive 2006/112/EC): whoever uses it says so here.
 */
const longer: Record<string, number> = { DE: 8, FR: 10, IT: 10, BE: 10, LU: 10, BG: 10, LT: 10 }

/** The day from which the seven years of an order count: the last one of this year, later by what the seller's country adds. */
export function booksKeptFrom(now: Date, country = config.seller.country) {
  const years = Math.max(longer[country] ?? YEARS, YEARS)
  return `${now.getUTCFullYear() + years - YEARS}-12-31`
}
