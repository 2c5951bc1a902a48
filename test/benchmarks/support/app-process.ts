/** Trellis as it is in production; on request it tells which statements a page sends, or enforces retention. */
import type { AddressInfo } from 'node:net'
import { createApp } from '../../../src/app.ts'
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'
import { RetentionService } from '../../../src/services/privacy/retention/retention-service.ts'
import { listenTo } from './ear.ts'

export type Question = { page: string; cookie: string } | { enforceAt: string } | { memory: true }

await connectDatabase(config.databaseUrl!)
const server = createApp().listen(0, '127.0.0.1', () => process.send!({ port: portOf() }))

process.on('message', async (question: Question) => process.send!(await answer(question)))

async function answer(question: Question) {
  if ('page' in question) {
    const { result, statements } = await listenTo(() => get(question.page, question.cookie))
    return { ...result, statements }
  }
  if ('enforceAt' in question) return new RetentionService().deleteExpired(new Date(question.enforceAt))

  globalThis.gc?.()
  return { rss: process.memoryUsage().rss }
}

async function get(page: string, cookie: string) {
  const response = await fetch(`http://127.0.0.1:${portOf()}${page}`, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}

function portOf() {
  return (server.address() as AddressInfo).port
}
