import { randomBytes } from 'node:crypto'

/** Crockford's: no letter that is mistaken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A name for something, short enough to read out and one of a million million: TR-7K2M9QXA. */
export function newReference(prefix: string) {
  return `${prefix}-${randomCode(8)}`
}

/** So many random characters, five bits each. */
export function randomCode(length: number) {
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')
}
