import { randomBytes } from 'node:crypto'
import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { config } from '../../config.ts'
import { parse, type Shape, take } from './parameters.ts'
import { Refusal } from './refusal.ts'
import { type Store, shown } from './store.ts'

const A_DAY = 24 * 60 * 60

/** What goes wrong with the next request: Stripe says so, or the line breaks before or after it was done. */
export type Fault = 'error' | 'busy' | 'cut before' | 'cut after'

type Id = { id: string }
type Action<Taken> = (taken: Taken & { expand?: string[] }, id: string) => object
type Refused = { error: Refusal['error'] }

/** The API of Stripe as far as it was told: who may come in, what was asked before, and how to answer. */
export class Wire {
  readonly router = Router()
  readonly faults: Fault[] = []
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
    this.router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '1mb' }))
    this.router.use((req, res, next) => this.#enter(req, res, next))
  }

  get<Taken>(path: string, shape: Shape, action: Action<Taken>) {
    this.router.get(path, (req, res) =>
      this.#perform(req, res, shape, action, new URL(req.url, 'http://a').search.slice(1)),
    )
  }

  post<Taken>(path: string, shape: Shape, action: Action<Taken>) {
    this.router.post(path, (req, res) => this.#perform(req, res, shape, action, req.body ?? ''))
  }

  delete(path: string, action: Action<object>) {
    this.router.delete(path, (req, res) => this.#perform(req, res, {}, action, ''))
  }

  /** After all endpoints: there is no other. */
  end() {
    this.router.use(({ method, path }, res) => {
      const refusal = new Refusal(404, `Unrecognized request URL (${method}: /v1${path}).`)
      send(res, 404, JSON.stringify({ error: refusal.error }))
    })
  }

  #enter(req: Request, res: Response, next: NextFunction) {
    res.set('Request-Id', `req_${randomBytes(7).toString('hex')}`)
    if (req.get('Authorization') !== `Bearer ${config.stripe.secretKey}`) {
      const { error } = new Refusal(401, 'Invalid API Key provided.')
      return send(res, 401, JSON.stringify({ error }))
    }
    const fault = this.faults[0]
    if (fault) this.faults.shift()
    if (fault === 'cut before') return void req.socket.destroy()
    if (fault === 'error') return send(res, 500, JSON.stringify({ error: { type: 'api_error', message: 'Sorry.' } }))
    if (fault === 'busy') {
      const error = { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' }
      return send(res, 429, JSON.stringify({ error }))
    }
    res.locals.cut = fault === 'cut after'
    next()
  }

  #perform<Taken>(req: Request, res: Response, shape: Shape, action: Action<Taken>, sent: string) {
    const key = req.method === 'POST' ? req.get('Idempotency-Key') : undefined
    const asked = `${req.method} ${req.path} ${sent}`
    const before = this.#repliedTo(key)
    if (before && before.asked !== asked) {
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with.'
      return send(res, 400, JSON.stringify({ error: { type: 'idempotency_error', message } }))
    }
    if (before) return send(res.set('Idempotent-Replayed', 'true'), before.status, before.body)

    let begun = false
    const { status, body } = this.#attempt(() => {
      const taken = take<Taken>(parse(sent), shape)
      begun = true
      return this.#expanded(action(taken, String((req.params as Partial<Id>).id)), taken.expand)
    })
    // What was wrong with the request itself is not remembered: nothing was done.
    if (key && begun) this.#store.replies.set(key, { asked, status, body, at: this.#store.seconds })
    this.#store.save()
    if (res.locals.cut) req.socket.destroy()
    else send(res, status, body)
  }

  #attempt(work: () => object) {
    try {
      return { status: 200, body: JSON.stringify(work(), shown) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const body: Refused = { error: error.error }
      return { status: error.status, body: JSON.stringify(body) }
    }
  }

  #repliedTo(key?: string) {
    const reply = this.#store.replies.get(key ?? '')
    return reply && reply.at > this.#store.seconds - A_DAY ? reply : undefined
  }

  /** Puts things in the place of their ids, as asked: payment_intent, data.latest_charge. */
  #expanded(answer: object, paths: string[] = []) {
    const copy = structuredClone(answer)
    for (const path of paths) this.#expand(copy, path.split('.'), path)
    return copy
  }

  #expand(within: object, [name, ...rest]: string[], path: string) {
    const place = within as Record<string, unknown>
    if (!(name! in place)) throw new Refusal(400, `This property cannot be expanded (${path}).`, { param: 'expand' })
    if (typeof place[name!] === 'string')
      place[name!] = structuredClone(this.#store.any(place[name!] as string) ?? null)
    if (rest.length === 0 || place[name!] === null) return
    for (const each of [place[name!]].flat()) this.#expand(each as object, rest, path)
  }
}

function send(res: Response, status: number, body: string) {
  res.status(status).type('json').send(body)
}
