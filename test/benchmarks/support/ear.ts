import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import pg from 'pg'

export type Statement = { text: string; values: unknown[] }

/** What was asked of another company. */
export type Call = { method: string; path: string; headers: Record<string, string>; body: string }

/** What a piece of work waited for, in order. */
export type Step = Statement | Call

let heard: Step[] | undefined

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked, values] = args as [string | Statement, unknown[]]
  const { text, values: own } = typeof asked === 'string' ? { text: asked, values } : asked
  if (text && !text.startsWith('SET ')) heard?.push({ text, values: Array.isArray(own) ? own : [] })
  return query.apply(this, args)
} as never

subscribe('http.client.request.created', (message) => {
  if (heard) heard.push(callOf((message as { request: ClientRequest }).request))
})

/** Its body is written later, in pieces. */
function callOf(request: ClientRequest) {
  const headers = Object.entries(request.getHeaders()).map(([name, value]) => [name, String(value)])
  const call: Call = { method: request.method, path: request.path, headers: Object.fromEntries(headers), body: '' }
  const write = request.write as (...args: unknown[]) => boolean
  request.write = ((...args: unknown[]) => {
    call.body += String(args[0])
    return write.apply(request, args)
  }) as never
  return call
}

/** Every statement that this process sends to PostgreSQL while something happens, but for those that begin a connection. */
export async function listenTo<T>(happening: () => Promise<T>) {
  const { result, steps } = await stepsOf(happening)
  return { result, statements: steps.filter(isStatement) }
}

/** The same, and between them what is asked of other companies. */
export async function stepsOf<T>(happening: () => Promise<T>) {
  const steps: Step[] = []
  heard = steps
  const result = await happening()
  heard = undefined
  return { result, steps }
}

export function isStatement(step: Step): step is Statement {
  return 'text' in step
}
