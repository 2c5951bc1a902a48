import type { Request } from 'express'

/** The year that is asked for, or this one. */
export function yearIn({ query }: Request) {
  const year = Number(query.year)
  return year >= 2000 && year < 2100 && Number.isInteger(year) ? year : new Date().getUTCFullYear()
}
