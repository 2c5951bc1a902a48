import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as objects from './objects.ts'
import * as records from './records.ts'
import { missing, Refusal } from './refusal.ts'

const factories = { ...objects, ...records }
type Made = { [Kind in keyof typeof factories as ReturnType<(typeof factories)[Kind]>['object']]: Kind }
export type Kind = keyof Made
export type Thing<K extends Kind = Kind> = ReturnType<(typeof factories)[Made[K]]> & { id: string; created: number }

const prefixes: Record<Kind, string> = {
  'checkout.session': 'cs_test_',
  payment_intent: 'pi_',
  charge: 'ch_',
  refund: 're_',
  dispute: 'du_',
  customer: 'cus_',
  payment_method: 'pm_',
  account: 'acct_',
  transfer: 'tr_',
  transfer_reversal: 'trr_',
  event: 'evt_',
  'privacy.redaction_job': 'prj_',
}

/** What things have in common that are looked for. */
type Where<K extends Kind> = { [Name in keyof Thing<K>]?: Thing<K>[Name] | undefined }

/** What was answered to a key, to be answered again for a day. */
type Reply = { asked: string; status: number; body: string; at: number }
type Page = {
  limit?: number
  starting_after?: string
  created?: { gt?: number; gte?: number; lt?: number; lte?: number }
}

/** Everything that Stripe remembers of us. With a folder it lasts from one start to the next. */
export class Store {
  /** Tests let time pass. */
  now = () => new Date()
  onEvent: (event: Thing<'event'>) => void = () => {}
  readonly replies: Map<string, Reply>
  readonly #things: Map<string, Thing>
  readonly #file?: string

  constructor(folder?: string) {
    if (folder) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      this.#file = `${folder}/account.json`
    }
    const { things = [], replies = [] } = this.#file ? read(this.#file) : {}
    this.#things = new Map(things)
    this.replies = new Map(replies)
  }

  get seconds() {
    return Math.floor(this.now().getTime() / 1000)
  }

  add<Made extends { object: Kind }>(made: Made) {
    const id = prefixes[made.object] + randomBytes(18).toString('hex').slice(0, 24)
    const thing = { id, created: this.seconds, ...made }
    this.#things.set(id, thing as unknown as Thing)
    return thing
  }

  find<K extends Kind>(kind: K, id: string | null | undefined) {
    const thing = this.#things.get(id ?? '')
    return thing?.object === kind ? (thing as unknown as Thing<K>) : undefined
  }

  any(id: string) {
    return this.#things.get(id)
  }

  /** @throws Refusal as Stripe words it */
  get<K extends Kind>(kind: K, id: string, param?: string) {
    const thing = this.find(kind, id)
    if (!thing) throw missing(kind, id, param)
    return thing
  }

  /** Newest first. */
  all<K extends Kind>(kind: K, where: NoInfer<Where<K>> = {}) {
    const wanted = Object.entries(where).filter(([, value]) => value !== undefined)
    return [...this.#things.values()]
      .filter((thing) => thing.object === kind)
      .filter((thing) => wanted.every(([name, value]) => (thing as unknown as Record<string, unknown>)[name] === value))
      .reverse() as unknown as Thing<K>[]
  }

  list<K extends Kind>(
    kind: K,
    url: string,
    { limit = 10, starting_after, created = {} }: Page,
    where: NoInfer<Where<K>> = {},
  ) {
    if (limit < 1 || limit > 100) throw new Refusal(400, 'Invalid limit', { param: 'limit' })
    const { gt = -1, gte = 0, lt = Number.MAX_SAFE_INTEGER, lte = Number.MAX_SAFE_INTEGER } = created
    const all = this.all(kind, where).filter(
      (one) => one.created > gt && one.created >= gte && one.created < lt && one.created <= lte,
    )
    const from = starting_after ? all.findIndex(({ id }) => id === starting_after) + 1 : 0
    const data = all.slice(from, from + limit)
    return { object: 'list', url, has_more: from + limit < all.length, data }
  }

  /** Something happened to a thing: our webhook hears of it, with a copy of how the thing is now. */
  tell(type: string, object: object) {
    const event = this.add(records.event({ type, data: { object: JSON.parse(JSON.stringify(object, shown)) } }))
    this.onEvent(event as Thing<'event'>)
  }

  toString() {
    return JSON.stringify({ things: [...this.#things], replies: [...this.replies] })
  }

  /** All of it or what was there before, should the process end in between. */
  save() {
    if (!this.#file) return
    writeFileSync(`${this.#file}.new`, this.toString())
    renameSync(`${this.#file}.new`, this.#file)
  }
}

/** For JSON.stringify: all but what is only ours. */
export function shown(name: string, value: unknown) {
  return name.startsWith('_') ? undefined : value
}

function read(file: string): { things?: [string, Thing][]; replies?: [string, Reply][] } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
