import { createHash } from 'node:crypto'
import type { Invoice } from '../../../models/index.ts'

/** A sum over all that an issued document says and that stays: not over the buyer's own name and address, which may go. */
export function digestOf(document: Invoice) {
  const { number, kind, country, currency, totalMinor, taxMinor, company, companyAddress, vatId, body } = document
  const said = { number, kind, country, currency, totalMinor, taxMinor, company, companyAddress, vatId, body }
  return createHash('sha256')
    .update(JSON.stringify({ ...said, issuedAt: document.issuedAt.toISOString() }, inOrder))
    .digest()
}

/** Whether it still says what it said when it was issued. */
export function isIntact(document: Invoice) {
  return digestOf(document).equals(document.digest)
}

/** PostgreSQL keeps the names of a JSON object in an order of its own. */
function inOrder(_name: string, value: unknown) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
