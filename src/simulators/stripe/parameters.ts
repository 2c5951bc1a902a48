import { Refusal } from './refusal.ts'

/**
 * What an endpoint takes: a word for what stands there (text, whole, flag, map), ended by ! where it has to be there; the
 * same for what lies deeper; [shape] for many.
 */
export type Shape = { [name: string]: Word | Shape | [Shape | Word] }
type Word = `${'text' | 'whole' | 'flag' | 'map'}${'' | '!'}`
type Form = { [name: string]: string | Form }

/** What every list takes. */
export const pages: Shape = {
  limit: 'whole',
  starting_after: 'text',
  created: { gt: 'whole', gte: 'whole', lt: 'whole', lte: 'whole' },
}
export type Page = { limit?: number; starting_after?: string; created?: object }

/** Reads a[b][0]=c as Stripe's SDK writes it. */
export function parse(body: string): Form {
  const form: Form = Object.create(null)
  for (const [key, value] of new URLSearchParams(body)) {
    const path = key.replaceAll(']', '').split('[')
    const last = path.pop()!
    let place = form
    for (const name of path) {
      place[name] ??= Object.create(null) as Form
      const inner: string | Form = place[name]
      if (typeof inner === 'string') throw new Refusal(400, 'Invalid object', { param: key })
      place = inner
    }
    place[last] = value
  }
  return form
}

/** What was sent, as the shape says; every endpoint takes expand. @throws Refusal in Stripe's words */
export function take<Taken>(form: Form, shape: Shape) {
  return taken(form, { expand: ['text'], ...shape }, '') as Taken & { expand?: string[] }
}

function taken(form: Form, shape: Shape, within: string): Record<string, unknown> {
  for (const name of Object.keys(form)) {
    const param = within ? `${within}[${name}]` : name
    if (!Object.hasOwn(shape, name))
      throw new Refusal(400, `Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  const entries = Object.entries(shape).map(([name, expected]) => {
    const param = within ? `${within}[${name}]` : name
    return [name, one(form[name], expected, param)]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function one(value: string | Form | undefined, expected: Shape[string], param: string): unknown {
  if (value === undefined) return absent(expected, param)
  if (Array.isArray(expected)) {
    if (typeof value === 'string') throw new Refusal(400, 'Invalid array', { param })
    return Object.entries(value).map(([index, each]) => one(each, expected[0], `${param}[${index}]`))
  }
  if (typeof expected === 'string') return word(value, expected, param)
  if (typeof value === 'string') throw new Refusal(400, 'Invalid object', { param })
  return taken(value, expected, param)
}

function absent(expected: Shape[string], param: string) {
  if (typeof expected === 'string' && expected.endsWith('!'))
    throw new Refusal(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param })
  return undefined
}

function word(value: string | Form, expected: string, param: string) {
  const kind = expected.replace('!', '')
  if (kind === 'map') return typeof value === 'string' ? {} : { ...value }
  if (typeof value !== 'string') throw new Refusal(400, 'Invalid string', { param })
  if (value === '' && expected.endsWith('!'))
    throw new Refusal(400, 'You passed an empty string.', { code: 'parameter_invalid_empty', param })
  if (kind === 'whole') return whole(value, param)
  if (kind === 'flag') return flag(value, param)
  return value
}

function whole(value: string, param: string) {
  if (!/^-?\d{1,15}$/.test(value))
    throw new Refusal(400, `Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param })
  return Number(value)
}

function flag(value: string, param: string) {
  if (value !== 'true' && value !== 'false')
    throw new Refusal(400, `Invalid boolean: ${value}`, { code: 'parameter_invalid_boolean', param })
  return value === 'true'
}
