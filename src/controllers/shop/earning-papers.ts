import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { paperOf } from '../../services/shop/earnings/paper.ts'
import { statementOf } from '../../services/shop/earnings/statement.ts'
import { yearIn } from './year-in.ts'

export async function show(req: Request, res: Response) {
  const statement = await statementOf(currentUser(req), yearIn(req))
  res.attachment(`earnings-${statement.year}.pdf`).set('Cache-Control', 'no-store')
  await pipeline(await paperOf(statement, new Date()), res)
}
