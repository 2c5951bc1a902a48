import type { BrowserContext, Page } from 'playwright-core'
import { routeTable } from '../../src/cli/route-table.ts'
import { listenTo, overflow, violations } from './page-checks.ts'

const A_FILE = /\/files?(\/|$)|^\/photos\/|\/key$|\/ics$|\.(json|txt|pdf|ics|csv)(\?|$)/

/** Asks Bunny for a video, as who follows it wants. */
const PLAYS = /\?play=1$/

/** A link to one ticket leads to a page like the link to another, so of each kind only two are followed. */
const MOST_OF_A_KIND = 2

type Heard = ReturnType<typeof listenTo>

/** They ask for a reason before they show anybody. */
const ASK_WHY = ['/staff/people/:id', '/staff/sessions/:id']

/** Every kind of page is read by axe-core once, light and dark; all else is looked at on each page. */
export function walks(origin: string) {
  const seen = new Set<string>()

  /** Follows every link there is. Answers what is wrong with the pages. */
  return async function walk(context: BrowserContext, ahead: string[], arrived?: (path: string) => Promise<string[]>) {
    const problems: string[] = []
    const times = new Map<string, number>()
    const kindOf = await kinds()
    const page = await context.newPage()
    const heard = listenTo(page)

    for (let path = ahead.shift(); path; path = ahead.shift()) {
      if (seen.has(path) || A_FILE.test(path) || PLAYS.test(path)) continue
      const kind = kindOf(path)
      const before = times.get(kind) ?? 0
      if (before >= MOST_OF_A_KIND) continue
      times.set(kind, before + 1)
      seen.add(path)

      const found = await look(page, heard, path, before === 0, ASK_WHY.includes(kind) ? [200, 403] : [200])
      const more = (await arrived?.(found.path)) ?? []
      problems.push(...[...found.problems, ...more].map((problem) => `${path}: ${problem}`))
      ahead.push(...found.links)
    }
    await page.close()
    return problems
  }

  async function look(page: Page, { hosts, complaints }: Heard, from: string, reads: boolean, statuses: number[]) {
    hosts.clear()
    complaints.splice(0)
    await page.emulateMedia({ colorScheme: 'light' })
    const answer = (await page.goto(origin + from))!
    const { pathname: path } = new URL(page.url())
    const isPage = answer.headers()['content-type']?.startsWith('text/html')

    const problems = isPage && !statuses.includes(answer.status()) ? [`answered ${answer.status()}`] : []
    if (isPage && reads) problems.push(...(await violationsIn(page)))
    if (isPage && (await overflow(page))) problems.push(`is ${await overflow(page)} pixels too wide`)
    hosts.delete(origin)
    problems.push(
      ...[...hosts].map((host) => `asks ${host}`),
      ...complaints.filter((text) => !text.startsWith('Failed to load resource: the server responded')),
    )
    const links = isPage ? await linksOn(page) : []
    return { path, links, problems }
  }
}

/** The pages that certain people can go to without knowing an id. */
export async function startingPoints(isFor: (audience: string) => boolean) {
  const reading = (await routeTable()).filter(({ method, path }) => method === 'GET' && !path.includes(':'))
  return reading.filter(({ audience }) => isFor(audience!)).map(({ path }) => path)
}

async function violationsIn(page: Page) {
  const light = await violations(page, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  return [...light, ...(await violations(page, 'dark')).map((violation) => `in the dark, ${violation}`)]
}

async function linksOn(page: Page) {
  return (await page.evaluate(
    `[...document.querySelectorAll('a[href^="/"]')].map(({ pathname, search }) => pathname + search)`,
  )) as string[]
}

/** Answers which pattern of a route a path fits. */
async function kinds() {
  const patterns = (await routeTable()).map(
    ({ path }) => [path, RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)] as const,
  )

  return (path: string) => {
    const { pathname } = new URL(path, 'http://here.invalid')
    return patterns.find(([, pattern]) => pattern.test(pathname))?.[0] ?? pathname
  }
}
