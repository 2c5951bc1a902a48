import { config } from '../config.ts'
import { HttpError } from '../errors.ts'
import type { For } from '../privacy/processors.ts'
import { settings } from './zoom-settings.ts'

const PATIENCE = 15_000
/** A token lives for an hour; one that is about to die is not begun with. */
const MINUTES_OF_A_TOKEN = 55
const LONGEST_NAME = 64

const unknownToken = 124
const unknownMeeting = 3001

type Time = { startsAt: Date; minutes: number }
type Somebody = { name: For<'zoom', string>; email: For<'zoom', string> }

/** Zoom refused, broke off or kept silent. Says the code and nothing of what was sent; the queue tries again. */
export class ZoomFailed extends HttpError {
  readonly original: { code: string }
  /** From when on it may be asked again, if it says so. */
  readonly retryAt: Date | undefined
  /** What was asked for is not at Zoom any more. */
  readonly isGone: boolean

  constructor(code: string, { retryAt, isGone = false }: { retryAt?: Date; isGone?: boolean } = {}) {
    super(503, 'Zoom does not answer as it should. Please try again in a few minutes.')
    this.name = 'ZoomFailed'
    this.original = { code }
    this.retryAt = retryAt
    this.isGone = isGone
  }
}

/**
 * The meetings of the sessions, on hosts of our own account at Zoom. It learns the name and the address of the two who
 * meet (P11), and of the session a code and the time. Each way throws ZoomFailed.
 *
 * Nobody sits at a host, so a meeting begins without one. What keeps strangers out instead is registration: Zoom lets in
 * whoever has a personal link, we make two of them, and anyone else who registers there waits for an approval that never
 * comes. The link of the host (start_url) opens all that this user may do; it is neither read nor kept, nor given to a mentor.
 */
export const zoom = {
  /** Makes a meeting under a topic that has to be a code of ours. Answers its number. */
  async create(host: string, topic: string, time: Time): Promise<string> {
    const json = { topic, type: 2, ...timeOf(time), settings }
    const { id } = await ask('POST', `/users/${encodeURIComponent(host)}/meetings`, json)
    return String(id)
  },

  /** The number of a meeting ahead by how its topic begins: what was made may not have been written down. */
  async find(host: string, topic: string): Promise<string | undefined> {
    for (let page = ''; ; ) {
      const query = new URLSearchParams({ type: 'upcoming', page_size: '300', next_page_token: page })
      const found = await ask('GET', `/users/${encodeURIComponent(host)}/meetings?${query}`)
      const meeting = (found.meetings as { id: number; topic: string }[]).find((meeting) =>
        meeting.topic.startsWith(topic),
      )
      if (meeting) return String(meeting.id)
      if (!found.next_page_token) return undefined
      page = found.next_page_token
    }
  },

  /** The links of the two stay as they are. */
  async change(number: string, time: Time) {
    await ask('PATCH', `/meetings/${number}`, timeOf(time))
  },

  /** With everybody's registration, and without a letter. What is gone already may be removed again. */
  async remove(number: string) {
    const quietly = 'schedule_for_reminder=false&cancel_meeting_reminder=false'
    await ask('DELETE', `/meetings/${number}?${quietly}`).catch((error) => {
      if (!error.isGone) throw error
    })
  },

  /** A link of their own for one person. Who is registered already gets the one they had. */
  async register(number: string, { name, email }: Somebody): Promise<{ registrant: string; link: string }> {
    const json = { first_name: [...name].slice(0, LONGEST_NAME).join(''), email, auto_approve: true }
    const { registrant_id: registrant, join_url: link } = await ask('POST', `/meetings/${number}/registrants`, json)
    return { registrant, link }
  },
}

let known: { token: string; until: number } | undefined

/** Asks with the token we have; where Zoom does not know it any more, once again with a new one. */
async function ask(method: string, path: string, json?: object) {
  const fresh = !known || known.until <= Date.now()
  if (fresh) known = await newToken()
  const answer = await send(method, path, known!.token, json)
  if (answer.status !== 401 || fresh) return read(answer)

  await answer.body?.cancel()
  known = await newToken()
  return read(await send(method, path, known.token, json))
}

function send(method: string, path: string, token: string, json?: object) {
  const headers = { Authorization: `Bearer ${token}`, ...(json && { 'Content-Type': 'application/json' }) }
  return talk(config.zoom.apiBase + path, { method, headers, body: json && JSON.stringify(json) })
}

async function newToken() {
  const { accountId, clientId, clientSecret, oauthBase } = config.zoom
  const answer = await talk(`${oauthBase}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }),
  })
  const { access_token: token } = await read(answer)
  return { token: token as string, until: Date.now() + MINUTES_OF_A_TOKEN * 60_000 }
}

function talk(url: string, request: RequestInit) {
  return fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) }).catch((error) => {
    throw new ZoomFailed(error.cause?.code ?? error.name)
  })
}

/** Of a refusal only the number is kept: its words may quote what was sent. */
async function read(answer: Response) {
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return body
  if (body.code === unknownToken) known = undefined
  const code = typeof body.code === 'number' ? body.code : answer.status
  const isGone = answer.status === 404 || code === unknownMeeting
  throw new ZoomFailed(String(code), { retryAt: retryAt(answer.headers.get('Retry-After')), isGone })
}

/** Zoom says it in seconds or, where a day is used up, as a date. */
function retryAt(told: string | null) {
  if (!told) return undefined
  const time = /^\d+$/.test(told) ? Date.now() + Number(told) * 1000 : Date.parse(told)
  return Number.isNaN(time) ? undefined : new Date(time)
}

function timeOf({ startsAt, minutes }: Time) {
  return { start_time: startsAt.toISOString().replace(/\.\d+Z$/, 'Z'), duration: minutes, timezone: 'UTC' }
}
