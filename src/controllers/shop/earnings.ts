import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { months } from '../../services/shop/earnings/in-words.ts'
import { statementOf } from '../../services/shop/earnings/statement.ts'

export async function show(req: Request, res: Response) {
  res.renderPage('shop/earnings/show', { months, ...(await statementOf(currentUser(req), yearOf(req))) })
}

/** As asked, or this one. */
function yearOf({ query }: Request) {
  const year = Number(query.year)
  return year >= 2000 && year < 2100 && Number.isInteger(year) ? year : new Date().getUTCFullYear()
}
