/** Trellis as it is in production; on request it tells which statements a request sends, or enforces retention. */
import type { AddressInfo } from 'node:net'
import { createApp } from '../../../src/app.ts'
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'
import { RetentionService } from '../../../src/services/privacy/retention/retention-service.ts'
import { listenTo } from './ear.ts'

export type Question = { page: string; cookie: string; body?: string } | { enforceAt: string } | { memory: true }

await connectDatabase(config.databaseUrl!)
const server = createApp().listen(0, '127.0.0.1', () => process.send!({ port: portOf() }))

process.on('message', async (question: Question) => process.send!(await answer(question)))

async function answer(question: Question) {
  if ('page' in question) {
    const { result, statements } = await listenTo(() => visit(question.page, question.cookie, question.body))
    return { ...result, statements }
  }
  if ('enforceAt' in question) return new RetentionService().deleteExpired(new Date(question.enforceAt))

  globalThis.gc?.()
  return { rss: process.memoryUsage().rss }
}

/** With a body it is posted, from our own pages. */
async function visit(page: string, cookie: string, body?: string) {
  const origin = `http://127.0.0.1:${portOf()}`
  const form = {
    method: 'POST',
    body,
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
  }
  const response = await fetch(origin + page, { redirect: 'manual', ...(body ? form : { headers: { cookie } }) })
  return { status: response.status, html: await response.text() }
}

function portOf() {
  return (server.address() as AddressInfo).port
}
