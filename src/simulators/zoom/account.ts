import { randomBytes, randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { v4 } from 'uuid'
import { config } from '../../config.ts'

/** What Zoom lets a host make or change on one day of its own clock. */
const MOST_A_DAY = 100
const AN_HOUR = 3_600_000

export type Registrant = { id: string; token: string; email: string; first_name: string; isThere: boolean }
export type Kept = {
  id: number
  uuid: string
  host: string
  topic: string
  start_time: string
  duration: number
  settings: Record<string, unknown>
  registrants: Registrant[]
}
type Refusal = { status: number; retryAfter?: string }

/** What an account at Zoom keeps: its meetings and who is registered for them. It lasts from one start to the next. */
export class Account {
  /** While this is set, everything is refused like that. */
  refuses: Refusal | undefined
  /** Lets the next meetings be made, and breaks off before it says so. */
  breaksOff = false
  readonly #file: string
  readonly #meetings: Map<number, Kept>
  readonly #tokens = new Map<string, number>()
  readonly #calls = new Map<string, number>()

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#file = `${folder}/meetings.json`
    this.#meetings = new Map(read(this.#file).map((meeting) => [meeting.id, meeting]))
  }

  get meetings() {
    return [...this.#meetings.values()]
  }

  newToken() {
    const token = randomBytes(24).toString('base64url')
    this.#tokens.set(token, Date.now() + AN_HOUR)
    return token
  }

  knows(token: string) {
    return (this.#tokens.get(token) ?? 0) > Date.now()
  }

  /** As Zoom does when an app is installed anew. */
  forgetTokens() {
    this.#tokens.clear()
  }

  hasHost(host: string) {
    return config.zoom.hosts.includes(host)
  }

  /** False when the host has made or changed too much today. */
  counts(host: string) {
    const today = `${host} ${new Date().toISOString().slice(0, 10)}`
    const calls = (this.#calls.get(today) ?? 0) + 1
    if (calls <= MOST_A_DAY) this.#calls.set(today, calls)
    return calls <= MOST_A_DAY
  }

  create(host: string, told: Pick<Kept, 'topic' | 'start_time' | 'duration' | 'settings'>) {
    const { topic, start_time, duration, settings } = told
    const id = randomInt(80_000_000_000, 90_000_000_000)
    const meeting = { id, uuid: v4(), host, topic, start_time, duration, settings, registrants: [] }
    this.#meetings.set(id, meeting)
    this.write()
    return meeting
  }

  find(id: unknown) {
    return this.#meetings.get(Number(id))
  }

  /** Whoever registers twice is registered once. */
  register(meeting: Kept, { email, first_name }: Pick<Registrant, 'email' | 'first_name'>) {
    const known = meeting.registrants.find((registrant) => registrant.email === email)
    if (known) return known
    const token = randomBytes(24).toString('base64url')
    const registrant = { id: randomBytes(16).toString('base64url'), token, email, first_name, isThere: false }
    meeting.registrants.push(registrant)
    this.write()
    return registrant
  }

  remove({ id }: Kept) {
    this.#meetings.delete(id)
    this.write()
  }

  /** All of it or what was there before, should the process end in between. */
  write() {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.meetings))
    renameSync(`${this.#file}.new`, this.#file)
  }
}

function read(file: string): Kept[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}
