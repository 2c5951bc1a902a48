import { columnIn, columnOf, kindOf, quoted, sql } from '../../../../lib/sql.ts'
import { dataMap } from '../../../../privacy/data-map.ts'
import { driftFromSchema } from '../../../../privacy/drift.ts'
import type { Table } from '../../../../privacy/table.ts'
import { broken, type Check, count, kept } from './check.ts'
import { cardNumbersIn, WRITTEN } from './guards.ts'

const SECTIONS = ['purchases', 'earnings']
const BESIDES = ['provider_events', 'stripe_redactions']

/** What is on a card, as columns are called and as Stripe calls it in what it answers. */
const ON_A_CARD = '(^|[_"])(card|pan|cvc|cvv|brand|last_?4|last_four|exp(iry|_month|_year)?|fingerprint|iban)($|[_"])'

/** Whether somebody wants theirs remembered is a yes or a no. */
const A_CHOICE = 'orders.remember_card'

const OF_PAYMENTS = [
  'stripeSession',
  'stripePayment',
  'stripeRefund',
  'stripeDispute',
  'stripeTransfer',
  'payoutAccount',
]
const STRIPES = [...OF_PAYMENTS, 'customer', 'account', 'event', 'object', 'job']
const ITS_NUMBER = '^[a-z]{2,5}_[A-Za-z0-9_-]+$'

/**
 * P03: of payments nothing is kept that is not declared; no column is made for what is on a card, nothing about payments
 * holds a card's number or what Stripe says of a card, nor does a task that waits, and where Stripe's numbers belong
 * nothing else stands.
 */
export const cardsUnknown: Check = async () => {
  const about = dataMap.filter(isAboutPayments)
  const names = about.flatMap((table) =>
    Object.keys(table.columns).map((name) => `${table.name}.${columnOf(table, name)}`),
  )
  const { undeclared } = await driftFromSchema()
  const hidden = undeclared.filter((name) => about.some((table) => name.startsWith(`${table.name}.`)))
  const made = [...names, ...undeclared].filter((name) => tellsOfCards(name.split('.')[1]!) && name !== A_CHOICE)
  if (made.length > 0) return broken(`${count(made.length, 'column')} made for what is on a card`)
  if (hidden.length > 0) return broken(`${count(hidden.length, 'column')} about payments that nobody declared`)

  const found = await Promise.all([waitingWithCards(), ...about.map(foundIn)])
  const wrong = found.reduce((sum, one) => sum + one, 0)
  if (wrong > 0) return broken(`${count(wrong, 'value')} about payments that should not be there`)
  return kept(`${count(names.length, 'column')} about payments, none about a card but by Stripe’s numbers`)
}

function isAboutPayments({ name, ...table }: Table) {
  return ('section' in table && SECTIONS.includes(table.section)) || BESIDES.includes(name)
}

const tellsOfCards = (text: string) => RegExp(ON_A_CARD).test(text)

/** How many values of a table tell of a card, or are not the number at Stripe that they should be. */
async function foundIn(table: Table) {
  const { name } = table
  let wrong = 0
  for (const column of Object.keys(table.columns)) {
    const [kind, text] = [kindOf(table, column), `${columnIn(table, column)}::text`]
    if (STRIPES.includes(column)) wrong += await countOf(name, `${text} !~ $pattern`, ITS_NUMBER)
    else if (WRITTEN.includes(kind)) wrong += await cardNumbersIn(name, columnOf(table, column))
    if (kind === 'JSONB') wrong += await countOf(name, `${text} ~ $pattern`, ON_A_CARD)
  }
  return wrong
}

const waitingWithCards = () => countOf('_private_jobs', 'payload::text ~ $pattern', ON_A_CARD, 'graphile_worker')

async function countOf(table: string, condition: string, pattern: string, schema = 'public') {
  const { rows } = await sql<{ found: number }>(
    `select count(*)::int as found from ${quoted(schema)}.${quoted(table)} where ${condition}`,
    { pattern },
  )
  return rows[0]!.found
}
