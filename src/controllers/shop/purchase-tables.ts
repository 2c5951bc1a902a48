import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { csvOf } from '../../lib/csv.ts'
import { currentUser } from '../../middleware/audience.ts'
import { columns, tableOf } from '../../services/shop/purchases/table.ts'

export async function show(req: Request, res: Response) {
  res.attachment('purchases.csv').set('Cache-Control', 'no-store')
  await pipeline(Readable.from(csvOf(tableOf(currentUser(req)), columns)), res)
}
