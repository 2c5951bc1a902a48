import { expect } from 'chai'
import type { Browser, BrowserContext } from 'playwright-core'
import { routeTable } from '../../src/cli/route-table.ts'
import type { User } from '../../src/models/index.ts'
import { auditPromises } from '../../src/services/privacy/promises/promise-audit.ts'
import { launchBrowser } from '../support/browser.ts'
import {
  createExport,
  createSignIn,
  createStaffAction,
  createTicket,
  createTicketNote,
  createTicketReply,
  createUser,
} from '../support/factories.ts'
import { openSite, signInAs } from '../support/site.ts'
import { look } from '../support/walker.ts'

const NARROW = { width: 320, height: 900 }
const A_FILE = /\/files?(\/|$)|^\/photos\/|\/key$|\.(json|txt)$/
const DOORS = /^\/(login|register|forgot|support\/new)\b/

/** Asks for a reason before it shows anybody. */
const asksWhy = '/staff/people/:id'

const walks: { who: string; role?: User['role']; audiences: string[] }[] = [
  { who: 'a visitor', audiences: ['anyone'] },
  { who: 'a mentee', role: 'mentee', audiences: ['holders', 'members'] },
  { who: 'a mentor', role: 'mentor', audiences: ['mentors'] },
  { who: 'support staff', role: 'support', audiences: ['staff'] },
  { who: 'a privacy officer', role: 'privacy', audiences: ['officers', 'admins'] },
]

/** A link to one ticket leads to a page like the link to another, so of each kind only two are followed. */
const MOST_OF_A_KIND = 2

describe('Every page, in a browser', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof openSite>>
  const seen = new Set<string>()

  before(async () => {
    site = await openSite()
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    site.close()
  })

  for (const { who, role, audiences } of walks) {
    it(`that ${who} can reach reads well for everyone at 320 pixels and asks nobody else (P05, P37)`, async () => {
      const user = await inhabit(role)
      const context = await browser.newContext({ viewport: NARROW, reducedMotion: 'reduce' })
      if (user) await signInAs(user, context, site.origin)

      const problems = await walk(context, await startingPoints(audiences), !user)

      expect(problems).to.deep.equal([])
      await context.close()
    }).timeout(180_000)
  }

  async function walk(context: BrowserContext, ahead: string[], isVisitor: boolean) {
    const problems: string[] = []
    const kinds = new Map<string, number>()

    for (let path = ahead.shift(); path; path = ahead.shift()) {
      const kind = await kindOf(path)
      const times = kinds.get(kind) ?? 0
      if (seen.has(path) || A_FILE.test(path) || times >= MOST_OF_A_KIND) continue
      kinds.set(kind, times + 1)
      seen.add(path)

      const found = await look(context, site.origin, path, kind === asksWhy ? [200, 403] : [200])
      problems.push(...found.problems.map((problem) => `${path}: ${problem}`))
      ahead.push(...found.links)
      if (isVisitor) {
        if ((await context.cookies()).length > 0 && !DOORS.test(found.path)) problems.push(`${path}: sets a cookie`)
        await context.clearCookies()
      }
    }
    return problems
  }
})

/** Which pattern of a route a path fits. */
async function kindOf(path: string) {
  const { pathname } = new URL(path, 'http://here.invalid')
  const fits = ({ path }: { path: string }) => RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname)
  return (await routeTable()).find(fits)?.path ?? pathname
}

async function startingPoints(audiences: string[]) {
  const reading = (await routeTable()).filter(({ method, path }) => method === 'GET' && !path.includes(':'))
  return reading.filter(({ audience }) => audiences.includes(audience!)).map(({ path }) => path)
}

/** A house with something in every room. Answers the person who walks through it. */
async function inhabit(role?: User['role']) {
  const user = await createUser({
    name: 'Alice',
    role: role ?? 'mentee',
    slug: 'alice',
    shown: ['bio'],
    bio: 'I teach.',
  })
  for (const asking of [user, await createUser()]) await askAbout(asking)
  await createTicket({ subject: 'From a visitor', visitorEmail: 'visitor@example.com' })
  await createSignIn({ userId: user.id, newPlace: true })
  await createExport({ userId: user.id, status: 'expired' })
  await createStaffAction({ aboutId: user.id, staffId: user.id })
  await auditPromises({ now: new Date() })
  return role && user
}

async function askAbout({ id }: User) {
  const ticket = await createTicket({ requesterId: id, category: 'privacy', queue: 'privacy' })
  await createTicketReply({ ticketId: ticket.id, requesterId: id })
  await createTicketNote({ ticketId: ticket.id })
}
