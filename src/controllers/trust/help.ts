import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import * as earnings from '../../services/shop/earnings/in-words.ts'
import * as shop from '../../services/shop/in-words.ts'

/** Articles by the name of their view, which is also their address, under the question that each answers. */
const articles = {
  'taking-your-data': 'How do I get everything you have about me?',
  'leaving-for-good': 'How do I delete my account?',
  'changing-your-email': 'How do I change my email address?',
  passwords: 'What makes a good password here, and what if I forgot it?',
  'sign-ins': 'Somebody else may be in my account. What now?',
  'what-mentors-see': 'What does a mentor learn about me?',
  paying: 'How do I pay, and who sees my card?',
  'getting-money-back': 'When do I get my money back?',
  invoices: 'Where are my invoices, and what if one is wrong?',
  earnings: 'I am a mentor. When and how am I paid?',
  'writing-to-us': 'How do I reach a person?',
  'reporting-a-weakness': 'I found a hole in your security. Whom do I tell?',
}

export function index(_req: Request, res: Response) {
  res.renderPage('trust/help/index', { articles })
}

export function show(req: Request<{ slug: string }>, res: Response) {
  const { slug } = req.params
  if (!Object.hasOwn(articles, slug)) throw new NotFound('article')
  res.renderPage(`trust/help/${slug}`, { articles, slug, shop, earnings })
}
