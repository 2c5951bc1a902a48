import { config } from '../../../../config.ts'
import { broken, type Check, count, kept } from './check.ts'
import type { Page } from './own-site.ts'

/** What a browser fetches by itself as soon as it meets it. */
const LOADED =
  /<(?:script|img|iframe|source|video|audio|embed|object|link|use|input)\b[^>]*?\s(?:src|srcset|href|data|poster)="([^"]+)"/g
const OTHER_HOST = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** A page that already shows Bunny's player, because whoever opened it pressed play. */
const PLAYING = /\?play=1$/

/**
 * P05: no page, nor the policy it is sent with, names another host to load from. A lesson may let Bunny's player into a
 * frame, and into nothing else, once somebody presses play.
 */
export const ownHostOnly: Check = async ({ site }) => {
  const pages = (await site.pages()).filter(({ path }) => !PLAYING.test(path))
  const foreign = pages.filter((page) => loadsFromElsewhere(page) || !isShut(page))
  const figure = `${count(pages.length, 'page')} read, ${count(foreign.length, 'page')} with a word to another host`
  return foreign.length ? broken(figure) : kept(figure)
}

function loadsFromElsewhere({ body }: Page) {
  return [...body.matchAll(LOADED)].some(([, address]) => OTHER_HOST.test(address!))
}

function isShut({ headers }: Page) {
  const policy = (headers.get('Content-Security-Policy') ?? '').replace(playerInFrame(), '')
  return policy.includes("default-src 'none'") && !/[a-z]+:|\*|\.[a-z]{2,}/i.test(policy)
}

function playerInFrame() {
  return `;frame-src ${new URL(config.bunny.embedBase).origin}`
}

/** P07: the crawlers that feed models are turned away by name, and every page says that it is not for them. */
export const noTraining: Check = async ({ site }) => {
  const robots = await site.visit('/robots.txt')
  const refused = robots.body.match(/^User-agent: (?!\*)/gm)?.length ?? 0
  const pages = await site.pages()
  const silent = pages.filter(({ headers }) => !headers.get('X-Robots-Tag')?.includes('noai'))

  if (!refused || !/^Disallow: \/$/m.test(robots.body)) return broken('robots.txt turns nobody away')
  if (silent.length) return broken(`${count(silent.length, 'page')} of ${pages.length} without the header`)
  return kept(`${count(refused, 'crawler')} turned away by name, the header on ${count(pages.length, 'page')}`)
}

/** P41: both pages answer, and the page of promises links to them. */
export const relatedPages: Check = async ({ site }) => {
  const related = ['/privacy/deleting-your-account', '/cookies']
  const { body } = await site.visit('/privacy')
  const answers = await Promise.all(related.map((path) => site.visit(path)))
  const good = answers.filter(({ path, status }) => status === 200 && body.includes(`href="${path}"`))
  const figure = `${good.length} of ${related.length} pages open and linked`
  return good.length === related.length ? kept(figure) : broken(figure)
}

/** A link to a network that shows a page to others. */
const SHARE_LINK = /<a\b[^>]*\sdata-share\b[^>]*>/

/** P42: a link to a network is a link and nothing more, and tells the network neither who comes nor from which window. */
export const plainShareLinks: Check = async ({ site }) => {
  const pages = (await site.pages()).filter(({ path, body }) => path === '/privacy' || SHARE_LINK.test(body))
  const links = pages.flatMap(({ body }) => body.match(new RegExp(SHARE_LINK, 'g')) ?? [])
  const plain = links.filter((link) => link.includes('rel="noopener noreferrer"') && !/\son|hx-/.test(link))
  const loud = pages.filter(loadsFromElsewhere)
  const figure = `${count(plain.length, 'plain link')} on ${count(pages.length, 'page')}, ${loud.length ? 'something' : 'nothing'} loaded`
  return links.length && plain.length === links.length && !loud.length ? kept(figure) : broken(figure)
}
