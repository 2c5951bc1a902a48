import type { Response } from 'supertest'
import { html, type Visitor } from './visitor.ts'

export type Reached = { where: string; text: string }

const MOST = 600

/** Everything that somebody reaches who begins at these addresses and follows each link, as text. */
export async function everythingReached({ agent }: Visitor, from: string[]) {
  const waiting = [...from]
  const known = new Set(from)
  const reached: Reached[] = []

  while (waiting.length > 0) {
    const where = waiting.shift()!
    const response = await agent.get(where).buffer(true).parse(asText)
    reached.push({ where, text: response.body })
    for (const link of linksOn(response)) {
      if (!known.has(link)) waiting.push(link)
      known.add(link)
    }
    if (reached.length > MOST)
      throw new Error(`There is no end to what links lead to: ${waiting.slice(0, 5).join(' ')}`)
  }
  return reached
}

function linksOn({ body, headers }: Response): string[] {
  if (headers.location) return inside([headers.location])
  if (!String(headers['content-type']).startsWith('text/html')) return []
  const $ = html({ text: body })
  return inside(
    $('a[href], [hx-get], img[src]')
      .get()
      .map((one) => $(one).attr('href') ?? $(one).attr('hx-get') ?? $(one).attr('src')!),
  )
}

/** On our own site, without the place on the page. */
function inside(addresses: string[]) {
  return addresses.filter((address) => /^\/(?!\/)/.test(address)).map((address) => address.split('#')[0]!)
}

function asText(response: Response, done: (error: Error | null, body: unknown) => void) {
  const parts: Buffer[] = []
  response.on('data', (part) => parts.push(Buffer.from(part)))
  response.on('end', () => done(null, Buffer.concat(parts).toString()))
}
