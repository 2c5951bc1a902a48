import http from 'node:http'
import type pg from 'pg'
import { v7 } from 'uuid'
import { type Call, isStatement, type Step } from './ear.ts'

/** What stands in the place of what was recorded. */
export type Own = Record<string, string>

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id that was made while it was recorded: each replay needs others. */
export function idsMadeIn(steps: Step[], since: number) {
  const [earliest, latest] = [since, Date.now()].map((instant) => instant.toString(16).padStart(12, '0'))
  const ids = new Set(JSON.stringify(steps).match(uuid))
  return [...ids].filter((id) => {
    const begins = id.replace('-', '').slice(0, 12)
    return id[14] === '7' && begins >= earliest! && begins <= latest!
  })
}

/** The same steps for somebody else, ready to be sent. */
export function stepsFor(steps: Step[], own: Own, made: string[]): Step[] {
  const all: Own = { ...Object.fromEntries(made.map((id) => [id, v7()])), ...own }
  const names = RegExp(Object.keys(all).join('|'), 'g')
  const changed = <T>(value: T): T => {
    if (typeof value === 'string') return value.replace(names, (name) => all[name]!) as T
    if (Array.isArray(value)) return value.map(changed) as T
    if (typeof value === 'number' && all[value]) return Number(all[value]) as T
    return value
  }
  return steps.map((step) =>
    isStatement(step)
      ? { text: changed(step.text), values: step.values.map(changed) }
      : { ...step, path: changed(step.path), body: changed(step.body), headers: headersOf(step, changed) },
  )
}

/**
 * Sends them one after the other on one connection, as fast as they are answered. `answers` is the number that Stripe gave
 * when it was recorded: what it gives now takes its place.
 */
export async function replay(steps: Step[], client: pg.PoolClient, stripe: { port: number; answers?: string }) {
  let given: string | undefined
  for (const step of steps) {
    if (isStatement(step)) {
      const values = given ? step.values.map((value) => (value === stripe.answers ? given : value)) : step.values
      await client.query(given ? step.text.replaceAll(stripe.answers!, given) : step.text, values)
    } else {
      const answer = await ask(step, stripe.port)
      if (stripe.answers) given = answer.id
    }
  }
}

const agent = new http.Agent({ keepAlive: true })

function ask({ method, path, headers, body }: Call, port: number) {
  return new Promise<{ id: string }>((resolve, reject) => {
    const request = http.request({ port, method, path, agent, headers }, async (response) => {
      const answer = await new Response(response as never).json()
      if (response.statusCode === 200) resolve(answer)
      else reject(new Error(`${path} answered ${response.statusCode}: ${answer.error.message}`))
    })
    request.on('error', reject)
    request.end(body)
  })
}

function headersOf({ headers }: Call, changed: (value: string) => string) {
  const { host: _, 'content-length': __, ...kept } = headers
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, changed(value)]))
}
