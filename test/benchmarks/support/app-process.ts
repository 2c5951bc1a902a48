/**
 * Trellis as it is in production; on request it tells which statements a request sends, or what it takes to work on what
 * Stripe says; begins to work on tasks; or enforces retention.
 */
import type { AddressInfo } from 'node:net'
import { createApp } from '../../../src/app.ts'
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'
import { startQueue } from '../../../src/jobs/queue.ts'
import { ProviderEvent } from '../../../src/models/index.ts'
import { RetentionService } from '../../../src/services/privacy/retention/retention-service.ts'
import { handleEvent } from '../../../src/services/shop/events.ts'
import { isStatement, stepsOf } from './ear.ts'

type Event = { body: string; headers: Record<string, string> }
export type Question =
  | { page: string; cookie: string; body?: string }
  | { event: Event }
  | { tasks: true }
  | { enforceAt: string }
  | { memory: true }

await connectDatabase(config.databaseUrl!)
const server = createApp().listen(0, '127.0.0.1', () => process.send!({ port: portOf() }))

process.on('message', async (question: Question) => process.send!(await answer(question)))

async function answer(question: Question) {
  if ('page' in question) {
    const { result, steps } = await stepsOf(() => visit(question.page, question.cookie, question.body))
    return { ...result, steps, statements: steps.filter(isStatement) }
  }
  if ('event' in question) return workOn(question.event)
  if ('tasks' in question) return startQueue().then(() => ({}))
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

/** What it takes to take it, and to work on it; what the queue adds of its own is not among the steps. */
async function workOn({ body, headers }: Event) {
  const url = `http://127.0.0.1:${portOf()}/webhooks/stripe`
  const taken = await stepsOf(() => fetch(url, { method: 'POST', headers, body }))
  if (!taken.result.ok) throw new Error(`a webhook was answered ${taken.result.status}`)
  const event = await ProviderEvent.findOne({ where: { event: JSON.parse(body).id }, rejectOnEmpty: true })
  const handled = await stepsOf(() => handleEvent(event.id, new Date()))
  return { taken: taken.steps, handled: handled.steps }
}

function portOf() {
  return (server.address() as AddressInfo).port
}
