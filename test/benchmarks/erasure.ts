import pg from 'pg'
import { pool } from '../../src/db/pool.ts'
import { User } from '../../src/models/index.ts'
import { ErasureService } from '../../src/services/privacy/erasure/erasure-service.ts'
import { fillWithPeople, ROWS_A_PERSON } from './support/crowd.ts'
import { listenTo, type Statement } from './support/ear.ts'
import { type Measured, seconds } from './support/measure.ts'

const ERASED = 1000
const MILLION = 1_000_000 / ROWS_A_PERSON

/** A thousand people leave a database of a million rows; then the very same statements are sent by plain pg to its twin. */
export async function benchmark(): Promise<Measured[]> {
  const small = await eraseFrom(ERASED)
  await pool.query('truncate users, erasures, sealed_envelopes cascade')

  const memory = process.memoryUsage().rss
  const large = await eraseFrom(MILLION)
  const memoryMiB = Math.round((process.memoryUsage().rss - memory) / 2 ** 20)
  const floor = await replay(large.statements)
  const queries = Math.round(large.statements.length / ERASED)

  return [
    {
      what: `erasing ${ERASED} people among a million rows: people a second`,
      ours: (ERASED / large.took).toFixed(0),
      floor: (ERASED / floor).toFixed(0),
      ratio: floor / large.took,
      reach: 0.5,
      queries,
      memoryMiB,
    },
    {
      what: 'a person among a million rows against a hundred thousand, ms',
      ours: large.took.toFixed(2),
      floor: small.took.toFixed(2),
      ratio: large.took / small.took,
      reach: 1.2,
      lowerIsBetter: true,
      queries,
      memoryMiB,
    },
  ]
}

async function eraseFrom(people: number) {
  const client = await pool.connect()
  await fillWithPeople(client, people)
  client.release()

  const leaving = await User.findAll({ order: ['email'], limit: ERASED })
  const service = new ErasureService()
  const { result: took, statements } = await listenTo(() =>
    seconds(async () => {
      for (const person of leaving) await service.erase(person, new Date())
    }),
  )
  return { took, statements }
}

async function replay(statements: Statement[]) {
  const client = new pg.Client(process.env.FLOOR_DATABASE_URL)
  await client.connect()
  await fillWithPeople(client, MILLION)

  const took = await seconds(async () => {
    for (const { text, values } of statements) await client.query(text, values)
  })
  await client.end()
  return took
}
