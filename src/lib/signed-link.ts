import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse, stringify, validate } from 'uuid'
import { config } from '../config.ts'

/**
 * The token of a link that only we can have made: an id and our signature over it and its purpose. Nothing secret has
 * to be kept for it, neither in a table nor in a queue; whether it is still good is up to the row that the id names.
 */
export function signedToken(purpose: string, id: string) {
  const bytes = Buffer.from(parse(id))
  return Buffer.concat([bytes, signature(purpose, bytes, config.sessionSecrets[0])]).toString('base64url')
}

/** The id in a token, if it was signed for this purpose with any secret that still counts. */
export function readToken(purpose: string, token: unknown) {
  const bytes = Buffer.from(typeof token === 'string' ? token : '', 'base64url')
  const [id, given] = [bytes.subarray(0, 16), bytes.subarray(16)]
  if (given.length !== 32) return undefined

  const genuine = config.sessionSecrets.some((secret) => timingSafeEqual(given, signature(purpose, id, secret)))
  const name = genuine ? stringify(id) : ''
  return validate(name) ? name : undefined
}

function signature(purpose: string, id: Uint8Array, secret: string) {
  return createHmac('sha256', secret).update(`${purpose}\n`).update(id).digest()
}
