import type { Request, Response } from 'express'
import { plainText } from '../../lib/plain-text.ts'

/** Crawlers that fetch pages to train models or to feed their answers, by the names they give themselves. */
const trainers = [
  'AI2Bot',
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'ClaudeBot',
  'Diffbot',
  'DuckAssistBot',
  'FacebookBot',
  'Google-CloudVertexBot',
  'Google-Extended',
  'GPTBot',
  'ImagesiftBot',
  'Meta-ExternalAgent',
  'MistralAI-User',
  'OAI-SearchBot',
  'omgili',
  'PerplexityBot',
  'Perplexity-User',
  'PetalBot',
  'Timpibot',
  'YouBot',
]

/** Where nothing is for a search engine: doors, and what belongs to somebody. */
const ours = [
  '/settings',
  '/staff',
  '/support',
  '/exports',
  '/learn',
  '/teach',
  '/wishlist',
  '/search',
  '/login',
  '/register',
  '/forgot',
  '/reset',
  '/verify',
  '/confirm',
]

/** Who trains models is turned away from all of it (P07); everybody else from what is private. */
export function show(_req: Request, res: Response) {
  const everybody = ['User-agent: *', ...ours.map((path) => `Disallow: ${path}`)]
  plainText(res, [...trainers.map((name) => `User-agent: ${name}`), 'Disallow: /', '', ...everybody])
}

export function ai(_req: Request, res: Response) {
  const everything = ['User-Agent: *', 'Disallow: /', 'Disallow: *']
  plainText(res, ['# Nothing on this site may be used to train or to ground a model.', ...everything])
}
