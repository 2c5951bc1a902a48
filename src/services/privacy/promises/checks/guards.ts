import { config } from '../../../../config.ts'
import { hasCardNumber } from '../../../../lib/card-numbers.ts'
import { columnOf, quoted, sql } from '../../../../lib/sql.ts'
import { dataMap } from '../../../../privacy/data-map.ts'
import { personalColumns, type Table } from '../../../../privacy/table.ts'
import { broken, type Check, count, kept, watched } from './check.ts'

/** P32: in production each answer asks for HTTPS from now on, and a page asked for without it is sent there. */
export const encryptedTransport: Check = async ({ site }) => {
  if (config.demo) return watched('this is a demo on your own machine, without HTTPS')

  const pages = await site.pages()
  const open = pages.filter(({ headers }) => !headers.get('Strict-Transport-Security'))
  const inTheClear = await site.visit('/privacy', { headers: { 'X-Forwarded-Proto': 'http' } })
  const sentOn = inTheClear.status === 308 && inTheClear.headers.get('Location')?.startsWith('https://')
  const figure = `HSTS on ${pages.length - open.length} of ${count(pages.length, 'answer')}`
  return open.length === 0 && sentOn ? kept(figure) : broken(figure)
}

/** P33: every digest has the form of bcrypt. One made at a lower cost is renewed when its owner next signs in. */
export const hashedPasswords: Check = async () => {
  const { rows } = await sql<{ cost: number | null; accounts: number }>(`
    select substring(password_digest from '^[$]2[aby][$]([0-9]{2})[$].{53}$')::int as cost, count(*)::int as accounts
    from users group by 1`)
  const sum = (which: (cost: number | null) => boolean) =>
    rows.filter(({ cost }) => which(cost)).reduce((total, { accounts }) => total + accounts, 0)

  const unhashed = sum((cost) => cost === null)
  const weak = sum((cost) => cost !== null && cost < config.bcryptCost)
  if (unhashed) return broken(`${count(unhashed, 'password')} not hashed by bcrypt`)
  if (weak)
    return watched(`${count(weak, 'hash', 'hashes')} below cost ${config.bcryptCost}, renewed at the next sign-in`)
  return kept(
    `${count(
      sum(() => true),
      'hash',
      'hashes',
    )}, none below cost ${config.bcryptCost}`,
  )
}

/** Kinds of columns that words can stand in. */
export const WRITTEN = ['TEXT', 'CITEXT', 'ARRAY', 'JSONB']
const DIGITS = '[0-9](?:[^0-9A-Za-z]{0,3}[0-9]){12}'

/** P34: whatever people wrote is read through, column by column, for the digits of a payment card. */
export const noCardNumbers: Check = async () => {
  let [read, found] = [0, 0]
  for (const table of dataMap) {
    for (const column of writtenColumns(table)) {
      read++
      found += await cardNumbersIn(table.name, columnOf(table, column))
    }
  }

  const figure = `${count(read, 'column')} read, ${count(found, 'card number')} found`
  return found ? broken(figure) : kept(figure)
}

function writtenColumns(table: Table) {
  const attributes = table.model.getAttributes()
  return personalColumns(table)
    .filter(({ column, category }) => category !== 'credential' && WRITTEN.includes(keyOf(attributes[column]!.type)))
    .map(({ column }) => column)
}

const keyOf = (type: unknown) => (type as { key: string }).key

/** In how many rows of a column the number of a card stands. */
export async function cardNumbersIn(table: string, column: string) {
  const text = `${quoted(column)}::text`
  const { rows } = await sql<{ text: string }>(`select ${text} as text from ${quoted(table)} where ${text} ~ $digits`, {
    digits: DIGITS,
  })
  return rows.filter(({ text }) => hasCardNumber(text)).length
}
