/** The floor of what the shop does: the same statements and calls, with the ids of others, by bare Express and pg. */
import type { AddressInfo } from 'node:net'
import express from 'express'
import pg from 'pg'
import { config } from '../../../src/config.ts'
import type { Step } from './ear.ts'
import { seconds } from './measure.ts'
import { idsMadeIn, type Own, replay, stepsFor } from './replay.ts'

/** Each of these for every owner: `width` of them at once, or whenever a request comes. */
type Part = { steps: Step[]; width?: number }
type Asked = { parts: Part[]; since: number; owners: Own[]; answers?: string }

const stripePort = Number(new URL(config.stripe.apiBase).port)
const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 20 })
const app = express()
app.disable('x-powered-by')
const server = app.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))

process.on('message', async ({ parts, since, owners, answers }: Asked) => {
  const steps = parts.flatMap((part) => part.steps)
  const made = idsMadeIn(steps, since)
  const all = owners.map((own) => stepsFor(steps, own, made))
  if (!parts[0]!.width) return process.send!({ path: pathFor(all, answers) })

  let from = 0
  const rows = parts.map(({ steps, width }) => {
    const to = from + steps.length
    const own = all.map((steps) => steps.slice(from, to))
    from = to
    return () => inRows(width!, own)
  })
  process.send!({ took: await seconds(() => Promise.all(rows.map((row) => row()))) })
})

/** Where to post: each request does what is next. */
function pathFor(all: Step[][], answers?: string) {
  const path = `/floor-${Math.random().toString(36).slice(2)}`
  app.post(path, express.text({ type: () => true }), async (_req, res) => {
    await one(all.shift()!, answers)
    res.redirect(303, '/elsewhere')
  })
  return path
}

async function one(steps: Step[], answers?: string) {
  const client = await pool.connect()
  try {
    await replay(steps, client, { port: stripePort, answers })
  } finally {
    client.release()
  }
}

async function inRows(width: number, all: Step[][]) {
  const row = async () => {
    for (let next = all.shift(); next; next = all.shift()) await one(next)
  }
  await Promise.all(Array.from({ length: width }, row))
}
