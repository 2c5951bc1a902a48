import type { AbstractDataType } from 'sequelize'
import { type PeopleTable, subjects } from '../../../privacy/table.ts'
import { visibleTo } from './visible.ts'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** What each type of a column is in JSON. Anything may be missing from a row, and is null then. */
const types: Record<string, object> = {
  UUID: { type: ['string', 'null'], format: 'uuid' },
  TEXT: { type: ['string', 'null'] },
  CITEXT: { type: ['string', 'null'] },
  INET: { type: ['string', 'null'] },
  BOOLEAN: { type: ['boolean', 'null'] },
  INTEGER: { type: ['integer', 'null'] },
  BIGINT: { type: ['string', 'null'], pattern: '^-?[0-9]+$' },
  MULTIRANGE: { type: ['string', 'null'], description: 'ranges of whole seconds: {[0,15),[30,45)}' },
  DATE: { type: ['string', 'null'], format: 'date-time' },
  DATEONLY: { type: ['string', 'null'], format: 'date' },
  JSONB: {},
}

/** Says of every row of a section what it is made of, so that another house can read it (P26). */
export function schemaOf(table: PeopleTable) {
  const people = subjects(table)
  const names = [...new Set(people.flatMap((subject) => visibleTo(subject, table)))]
  const always = names.filter((name) => people.every((subject) => visibleTo(subject, table).includes(name)))
  const upload = table.objects?.exported
    ? { file: { type: ['string', 'null'], description: 'where it is in this export' } }
    : {}

  return {
    $schema: DRAFT,
    title: table.title,
    description: table.purpose,
    type: 'array',
    items: {
      type: 'object',
      properties: {
        you: { enum: people.map(({ role }) => role), description: 'what you are to this row' },
        ...Object.fromEntries(names.map((name) => [name, typeOf(table, name)])),
        ...upload,
      },
      required: ['you', ...always, ...Object.keys(upload)],
      additionalProperties: false,
    },
  }
}

const text = { type: 'string' }
const list = (items: object) => ({ type: 'array', items })
const record = (properties: object) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** The same for the manifest. */
export const schemaOfManifest = {
  $schema: DRAFT,
  title: 'What is in this export, and how to check it',
  ...record({
    format: text,
    version: { type: 'integer' },
    schemas: text,
    writtenAt: { type: 'string', format: 'date-time' },
    files: list(
      record({ file: text, bytes: { type: 'integer' }, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
    ),
    sections: list({ type: 'object', required: ['title', 'file', 'rows', 'purpose', 'lawfulBasis', 'kept'] }),
    withheld: list(record({ table: text, column: text, because: text })),
    missingUploads: list(text),
    recipients: record({ toldAboutYou: list({ type: 'object' }), mayBeTold: list({ type: 'object' }) }),
    rights: list(text),
    source: text,
    automatedDecisions: text,
  }),
}

function typeOf({ model }: PeopleTable, name: string): object {
  const type = model.getAttributes()[name]!.type as AbstractDataType & { type?: AbstractDataType }
  if (type.key === 'ARRAY') return { type: ['array', 'null'], items: types[type.type!.key]! }

  const schema = types[type.key]
  if (!schema) throw new Error(`Say what ${type.key} is in JSON`)
  return schema
}
