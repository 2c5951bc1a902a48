import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { currentUser } from '../../middleware/audience.ts'
import { removeCard, savedCardsOf } from '../../services/shop/cards/saved-cards.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('shop/cards/index', { cards: await savedCardsOf(currentUser(req)) })
}

export async function destroy(req: Request, res: Response) {
  if (!(await removeCard(currentUser(req), String(req.params.card)))) throw new NotFound('card')
  req.flash('Stripe has forgotten that card.')
  res.seeOther('/settings/cards')
}
