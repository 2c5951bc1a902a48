import bcrypt from 'bcrypt'
import { config } from '../config.ts'

/** bcrypt looks at no more than this. A longer password would be cut off in silence, so it is refused aloud. */
export const MOST_PASSWORD_BYTES = 72

/** How many hashes this process has made: a door that keeps a secret makes as many for everyone. */
export const work = { hashes: 0 }

/** Has the form of a digest at today's cost and belongs to no password. */
const nobodys = `$2b$${config.bcryptCost}$p4mhXLbDs4i9q40kzEPSW.${'.'.repeat(31)}`

let last: Promise<unknown> = Promise.resolve()

/** A digest of the password at the configured cost (P33). */
export function hashPassword(password: string) {
  return inTurn(() => bcrypt.hash(password, config.bcryptCost))
}

/** Whether it is the password. Without a digest it takes as long, and never is. */
export async function isPassword(password: string, digest: string = nobodys) {
  const same = await inTurn(() => bcrypt.compare(password, digest))
  return same && digest !== nobodys && isWholly(password)
}

/** Whether the digest was made at another cost than we make them today. */
export function isOutdated(digest: string) {
  return bcrypt.getRounds(digest) < config.bcryptCost
}

export function isWholly(password: string) {
  return Buffer.byteLength(password) <= MOST_PASSWORD_BYTES
}

/** One hash at a time: four at once take every thread that files and names need, and pages wait for those. */
function inTurn<T>(hash: () => Promise<T>): Promise<T> {
  work.hashes++
  const mine = last.then(hash)
  last = mine.catch(() => {})
  return mine
}
