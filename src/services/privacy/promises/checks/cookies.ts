import { config } from '../../../../config.ts'
import { broken, type Check, count, kept } from './check.ts'
import type { Page } from './own-site.ts'

/** Pages with a form that begins a session, and so may set its cookie, and those that lead to the first of them. */
const DOORS = /^\/(login|register|forgot|support\/new|report-a-minor)\b/

/** A form that puts a course into the cart. */
const FOR_SALE = /action="\/cart\/items"[\s\S]*?name="course" value="([\w-]+)"/

const post = { method: 'POST', headers: { Origin: config.baseUrl } }

/** P37: each cookie that the server sets is on the list, and who only reads is given none. */
export const cookiesListed: Check = async ({ site }) => {
  const pages = await site.pages()
  const choice = await site.visit('/cookies', post)
  const course = pages.map(({ body }) => FOR_SALE.exec(body)?.[1]).find(Boolean)
  const bought = course ? [await site.visit('/cart/items', { ...post, body: new URLSearchParams({ course }) })] : []
  const list = (await site.visit('/cookies')).body

  const set = new Set([...pages, choice, ...bought].flatMap(cookieNames))
  const unlisted = [...set].filter((name) => !list.includes(`<code>${name}</code>`))
  const careless = pages.filter((page) => !isDoor(page) && cookieNames(page).length > 0)
  if (careless.length) return broken(`${count(careless.length, 'page')} gave a reader a cookie`)
  if (unlisted.length) return broken(`${count(unlisted.length, 'cookie')} not on the list`)
  return kept(`${count(set.size, 'cookie')} set, all on the list`)
}

function isDoor({ path, headers }: Page) {
  return DOORS.test(path) || headers.get('Location')?.startsWith('/login')
}

function cookieNames({ headers }: Page) {
  return headers.getSetCookie().map((cookie) => cookie.split('=')[0]!)
}
