import { createTicket, createUser, PASSWORD } from '../support/factories.ts'
import { type Child, startChild } from './support/child.ts'
import type { Statement } from './support/ear.ts'
import { inTurns, type Load, load, type Measured } from './support/measure.ts'

type Recorded = { status: number; html: string; statements: Statement[] }

/** Pages as people get them, against the same statements and the same HTML from bare Express, EJS and pg. */
export async function benchmark(): Promise<Measured[]> {
  const app = await startChild(`${import.meta.dirname}/support/app-process.ts`)
  const floor = await startChild(`${import.meta.dirname}/support/floor-process.ts`)

  try {
    const cookie = await signIn(app)
    return [
      ...(await page('public page, anonymous', '/privacy', app, floor)),
      ...(await page('private page, signed in', '/support', app, floor, cookie)),
    ]
  } finally {
    await app.stop()
    await floor.stop()
  }
}

async function page(what: string, path: string, app: Child, floor: Child, cookie = ''): Promise<Measured[]> {
  await app.ask({ page: path, cookie })
  const { status, html, statements } = await app.ask<Recorded>({ page: path, cookie })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  await floor.ask({ path, page: { html, statements } })

  const url = ({ port }: Child) => `http://127.0.0.1:${port}${path}`
  await load(url(app), { cookie, seconds: 3 })
  await load(url(floor), { seconds: 3 })
  const sides = [() => load(url(app), { cookie }), () => load(url(floor))] as [() => Promise<Load>, () => Promise<Load>]
  const [ours, bare] = await inTurns(3, sides, ({ perSecond }) => perSecond)
  const { rss } = await app.ask<{ rss: number }>({ memory: true })

  const same = { queries: statements.length, memoryMiB: Math.round(rss / 2 ** 20) }
  return [
    {
      what: `${what} (${path}): requests a second`,
      ours: ours.perSecond.toFixed(0),
      floor: bare.perSecond.toFixed(0),
      ratio: ours.perSecond / bare.perSecond,
      reach: 0.6,
      ...same,
    },
    {
      what: `${what} (${path}): 99th percentile, ms`,
      ours: String(ours.p99),
      floor: String(bare.p99),
      ratio: ours.p99 / bare.p99,
      reach: 2,
      lowerIsBetter: true,
      ...same,
    },
  ]
}

/** A person with a page full of tickets, signed in by the form. Answers their cookie. */
async function signIn({ port }: Child) {
  const { id, email } = await createUser()
  for (let n = 0; n < 20; n++) await createTicket({ requesterId: id, subject: `Question number ${n}` })

  const origin = `http://127.0.0.1:${port}`
  const form = await fetch(`${origin}/login`)
  const cookie = form.headers.getSetCookie()[0]!.split(';')[0]!
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())![1]!
  const response = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin },
    body: new URLSearchParams({ _csrf, email, password: PASSWORD }),
  })
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}
