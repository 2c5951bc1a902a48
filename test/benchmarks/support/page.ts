import type { Child } from './child.ts'
import type { Statement } from './ear.ts'
import { inTurns, type Load, load, type Measured } from './measure.ts'

export type Recorded = { status: number; html: string; statements: Statement[] }

/** The two processes that take turns, and what one asks of both. */
export type Sides = { app: Child; floor: Child }

/** A page as people get it, against the same statements and the same HTML from bare Express, EJS and pg. */
export async function page(what: string, path: string, { app, floor }: Sides, cookie = ''): Promise<Measured[]> {
  await app.ask({ page: path, cookie })
  const { status, html, statements } = await app.ask<Recorded>({ page: path, cookie })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  const bare = await floor.ask<{ path: string }>({ html, statements })

  return compare(`${what} (${path})`, app, statements.length, [
    (seconds) => load(app.origin + path, { cookie, seconds }),
    (seconds) => load(floor.origin + bare.path, { seconds }),
  ])
}

type Side = (seconds?: number) => Promise<Load>

/** Both sides in turns, after a warm-up: requests a second and the slowest of a hundred. */
export async function compare(what: string, app: Child, queries: number, sides: [Side, Side]): Promise<Measured[]> {
  for (const side of sides) await side(3)
  const turns = sides.map((side) => () => side()) as [() => Promise<Load>, () => Promise<Load>]
  const [ours, bare] = await inTurns(3, turns, ({ perSecond }) => perSecond)
  const { rss } = await app.ask<{ rss: number }>({ memory: true })

  const same = { queries, memoryMiB: Math.round(rss / 2 ** 20) }
  return [
    {
      what: `${what}: requests a second`,
      ours: ours.perSecond.toFixed(0),
      floor: bare.perSecond.toFixed(0),
      ratio: ours.perSecond / bare.perSecond,
      reach: 0.6,
      ...same,
    },
    {
      what: `${what}: 99th percentile, ms`,
      ours: String(ours.p99),
      floor: String(bare.p99),
      ratio: ours.p99 / bare.p99,
      reach: 2,
      lowerIsBetter: true,
      ...same,
    },
  ]
}
