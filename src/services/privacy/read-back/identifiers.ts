import { columnIn, kindOf, quoted, sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'
import type { PersonalColumn, PersonInTable, Table } from '../../../privacy/table.ts'
import { REMOVED } from '../../../privacy/vocabulary.ts'

/** What someone can be recognised by anywhere, and what only says who is meant where they took part. */
export type Identifiers = { full: string[]; close: string[] }

/**
 * Everything a person can be recognised by, read from their own rows in every table: so a name or an address they
 * have given up since is found as well. A single word, such as a first name, could be anybody outside those rows.
 */
export async function identifiersOf(person: User): Promise<Identifiers> {
  const values = await valuesOf(person)
  const full = values.map(bare).filter((value) => !isOneWord(value))
  const words = values.filter((value) => !value.includes('@')).flatMap((value) => value.split(/\s+/))
  const close = words.filter((word) => isOneWord(word) && word.length >= 3 && !REMOVED.includes(word.toLowerCase()))

  return { full: [...new Set([person.id, ...full])], close: [...new Set(close)] }
}

/** One pattern for PostgreSQL that finds any of them as a whole, in any case, over any line break. */
export function patternOf(identifiers: string[]) {
  const longestFirst = identifiers.toSorted((a, b) => b.length - a.length)
  return `(?<!\\w)(?:${longestFirst.map(inAnyCase).join('|') || '(?!)'})(?!\\w)`
}

export function identifies({ category }: Pick<PersonalColumn, 'category'>) {
  return category === 'identity' || category === 'contact'
}

async function valuesOf(person: User) {
  const sources = tablesAboutPeople.flatMap((table) => table.people.flatMap((owner) => selections(table, owner)))
  const { rows } = await sql<{ value: string }>(
    `select distinct value from (${sources.join(' union all ')}) as known where length(value) > 1`,
    { person: person.id },
  )
  return rows.map(({ value }) => value.trim())
}

/** Lists, such as links, are read item by item. */
function selections(table: Table, { column, owns }: PersonInTable) {
  return owns.filter(identifies).map((own) => {
    const name = columnIn(table, own.column)
    const value = kindOf(table, own.column) === 'ARRAY' ? `unnest(${name})` : `${name}::text`
    return `select ${value} as value from ${quoted(table.name)} where ${columnIn(table, column)} = $person`
  })
}

/** People write a link with and without what browsers put in front of it. */
function bare(value: string) {
  return value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/+$/, '')
}

function isOneWord(value: string) {
  return /^[\p{L}\p{M}]+$/u.test(value)
}

function inAnyCase(identifier: string) {
  return [...identifier.normalize('NFC').replace(/\s+/g, ' ')].map(oneCharacter).join('')
}

/**
 * Not RegExp.escape: it writes "a" as \x61, and PostgreSQL reads hex digits for as long as they go on. Letters beyond
 * ASCII are spelt out, in both cases and with accents of their own, which a database with the locale C knows nothing of.
 */
function oneCharacter(character: string) {
  if (character === ' ') return '\\s+'
  if (/['’]/.test(character)) return "['’]"
  if (character <= '\x7f') return character.replace(/[.*+?^${}()|[\]\\]/, '\\$&')

  const cases = [character.toLowerCase(), character.toUpperCase()]
  const forms = new Set(cases.flatMap((one) => [one, one.normalize('NFD')]))
  return forms.size > 1 ? `(?:${[...forms].join('|')})` : character
}
