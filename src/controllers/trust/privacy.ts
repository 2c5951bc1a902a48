import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { processors } from '../../privacy/processors.ts'
import { chapters, type PromiseNumber } from '../../privacy/promises.ts'
import { promiseStandings, tally } from '../../services/privacy/promises/promise-standing.ts'

export async function show(_req: Request, res: Response) {
  const promises = await promiseStandings()
  const byNumber = new Map(promises.map((standing) => [standing.promise, standing]))
  const grouped = chapters.map(({ title, promises }) => ({
    title,
    promises: Object.keys(promises).map((promise) => byNumber.get(promise as PromiseNumber)!),
  }))

  const companies = Object.entries(processors).map(([id, company]) => ({ ...company, id: `${id}-provider` }))
  const shares = shareLinks()
  res.renderPage('trust/privacy/show', { promises, tally: tally(promises), chapters: grouped, companies, shares })
}

/** Addresses that the networks publish for this; whoever follows one is there, and until then nobody knows (P42). */
function shareLinks() {
  const url = encodeURIComponent(`${config.baseUrl}/privacy`)
  const text = encodeURIComponent('Forty-two promises about your data, checked every night')

  return {
    Mastodon: `https://mastodonshare.com/?text=${text}&url=${url}`,
    Bluesky: `https://bsky.app/intent/compose?text=${text}%20${url}`,
    LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    Facebook: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    X: `https://x.com/intent/post?text=${text}&url=${url}`,
    Email: `mailto:?subject=${text}&body=${url}`,
  }
}
