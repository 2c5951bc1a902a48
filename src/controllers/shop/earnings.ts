import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { currentUser } from '../../middleware/audience.ts'
import * as earnings from '../../services/shop/earnings/in-words.ts'
import { onItsWay } from '../../services/shop/earnings/on-its-way.ts'
import { accountOf } from '../../services/shop/earnings/seller-account.ts'
import { statementOf } from '../../services/shop/earnings/statement.ts'
import { yearIn } from './year-in.ts'

export async function show(req: Request, res: Response) {
  const mentor = currentUser(req)
  const { payouts } = config.stripe
  const [statement, account, way] = await Promise.all([
    statementOf(mentor, yearIn(req)),
    payouts ? accountOf(mentor) : null,
    payouts ? onItsWay(mentor, new Date()) : undefined,
  ])
  res.renderPage('shop/earnings/show', { earnings, account, way, ...statement })
}
