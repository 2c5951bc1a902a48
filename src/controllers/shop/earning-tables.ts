import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { csvOf } from '../../lib/csv.ts'
import { currentUser } from '../../middleware/audience.ts'
import { columns, tableOf } from '../../services/shop/earnings/in-words.ts'
import { statementOf } from '../../services/shop/earnings/statement.ts'
import { yearIn } from './year-in.ts'

export async function show(req: Request, res: Response) {
  const statement = await statementOf(currentUser(req), yearIn(req))
  res.attachment(`earnings-${statement.year}.csv`).set('Cache-Control', 'no-store')
  await pipeline(Readable.from(csvOf([tableOf(statement)], columns)), res)
}
