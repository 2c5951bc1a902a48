import { randomBytes } from 'node:crypto'

/** "tomas-rehak" for "Tomáš Řehák". Undefined where nothing of it can stand in an address. */
export function slugOf(words: string) {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || undefined
}

/** What makes one address another. */
export const newSuffix = () => randomBytes(3).toString('hex')
