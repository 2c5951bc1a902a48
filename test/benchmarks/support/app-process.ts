/** Trellis as it is in production, and beside it an ear that can tell which statements a page sends. */
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { createApp } from '../../../src/app.ts'
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'

type Statement = { text: string; values: unknown[] }
let heard: Statement[] | undefined

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked, values] = args as [string | Statement, unknown[]]
  const { text, values: own } = typeof asked === 'string' ? { text: asked, values } : asked
  if (text) heard?.push({ text, values: Array.isArray(own) ? own : [] })
  return query.apply(this, args)
} as never

await connectDatabase(config.databaseUrl!)
const server = createApp().listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))

process.on('message', async ({ listenTo, cookie }: { listenTo?: string; cookie?: string }) => {
  if (listenTo) {
    const { port } = server.address() as AddressInfo
    heard = []
    const response = await fetch(`http://127.0.0.1:${port}${listenTo}`, { headers: { cookie: cookie ?? '' } })
    const html = await response.text()
    process.send!({
      status: response.status,
      html,
      statements: heard.filter(({ text }) => text !== 'SELECT 1+1 AS result'),
    })
    heard = undefined
  } else {
    globalThis.gc?.()
    process.send!({ rss: process.memoryUsage().rss })
  }
})
