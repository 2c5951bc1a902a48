import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Page = { path: string; status: number; headers: Headers; body: string }

/** Enough for every page that is linked, and an end should pages ever link to new ones for ever. */
const MOST_PAGES = 300

/** What a check may ask of our site. */
export interface OwnSite {
  visit(path: string, options?: RequestInit): Promise<Page>
  /** Every page that a visitor can reach by following links from the front page, each read once an audit. */
  pages(): Promise<Page[]>
}

const LINK = /<a\b[^>]*?\shref="(\/[^"#]*)/g

/**
 * Opens our own site on a port of its own and looks at it from outside, without a cookie, as a visitor would. Closed by
 * `using`. The one place below the routes that knows the whole app: it asks it for pages and never calls into it.
 */
export async function openOwnSite(): Promise<OwnSite & AsyncDisposable> {
  const { createApp } = await import('../../../../app.ts')
  const server = createServer(createApp()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let walked: Promise<Page[]> | undefined

  return {
    visit,
    pages: () => (walked ??= walk(visit)),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }

  /** In production a proxy stands before us and says that the visitor came by HTTPS; so do we, unless told otherwise. */
  async function visit(path: string, { headers = {}, ...options }: RequestInit = {}) {
    const asked = { 'X-Forwarded-Proto': 'https', ...headers }
    const answer = await fetch(base + path, { redirect: 'manual', ...options, headers: asked })
    return { path, status: answer.status, headers: answer.headers, body: await answer.text() }
  }
}

async function walk(visit: OwnSite['visit']) {
  const pages = new Map<string, Page>()
  const ahead = ['/']

  for (let path = ahead.shift(); path && pages.size < MOST_PAGES; path = ahead.shift()) {
    if (pages.has(path)) continue
    const page = await visit(path)
    pages.set(path, page)
    ahead.push(...linksIn(page).filter((link) => !pages.has(link)))
  }
  return [...pages.values()]
}

/** A redirect is a link too. */
function linksIn({ headers, body }: Page) {
  const location = headers.get('Location')
  const links = [...body.matchAll(LINK)].map(([, path]) => path!.replaceAll('&amp;', '&'))
  return location?.startsWith('/') ? [location, ...links] : links
}
