import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import { to as copyTo } from 'pg-copy-streams'
import { config } from '../../src/config.ts'
import { pool } from '../../src/db/pool.ts'
import { files } from '../../src/gateways/files.ts'
import { buildExport } from '../../src/services/privacy/export/build-export.ts'
import { createExport, createTicket, createUser } from '../support/factories.ts'
import { inTurns, type Measured, seconds } from './support/measure.ts'
import { MemoryWatch } from './support/memory-watch.ts'

const REPLIES = 100_000
const TICKETS = 100

/** One person with a long history: their export into storage, against COPY of the same rows into an archive on the disk. */
export async function benchmark(): Promise<Measured[]> {
  const { id } = await createUser()
  await writeHistory(id)
  await mkdir(config.dataDir, { recursive: true })

  const ours = () => build(id)
  const floor = () => copyAndZip(id)
  await ours()
  await floor()
  const watch = new MemoryWatch()
  const [built, copied] = await inTurns(
    3,
    [() => watch.during(() => seconds(ours)), () => seconds(floor)],
    (taken) => taken,
  )
  const memoryMiB = Math.round(watch.growth / 2 ** 20)

  return [
    {
      what: `export of ${REPLIES} replies: replies a second`,
      ours: (REPLIES / built).toFixed(0),
      floor: (REPLIES / copied).toFixed(0),
      ratio: copied / built,
      reach: 0.5,
      memoryMiB,
    },
    {
      what: `export of ${REPLIES} replies: memory it grows by, MiB, against 64`,
      ours: String(memoryMiB),
      floor: '64',
      ratio: memoryMiB / 64,
      reach: 1,
      lowerIsBetter: true,
    },
  ]
}

export async function build(userId: string) {
  const request = await createExport({ userId })
  await buildExport(request.id, new Date())
  await request.reload()
  if (request.status !== 'ready') throw new Error(`The export is ${request.status}`)
  await files.remove(request.id)
  await request.destroy()
}

async function copyAndZip(userId: string) {
  const client = await pool.connect()
  const zip = new ZipArchive()
  const stored = pipeline(zip, createWriteStream(`${config.dataDir}/floor.zip`))
  zip.append(client.query(copyTo(`copy (select * from ticket_replies where requester_id = '${userId}') to stdout`)), {
    name: 'replies.txt',
  })
  await once(zip, 'entry')
  await zip.finalize()
  await stored
  client.release()
}

async function writeHistory(userId: string) {
  for (let n = 0; n < TICKETS; n++) {
    const { id } = await createTicket({ requesterId: userId })
    await pool.query(
      `insert into ticket_replies (id, ticket_id, requester_id, side, body, created_at)
       select gen_random_uuid(), $1, $2, case n % 2 when 0 then 'staff' else 'requester' end,
              'About the chair, part ' || n || ': ' || repeat(md5((n * 31 + $3)::text) || ' ', 8), now()
       from generate_series(1, $4::int) as n`,
      [id, userId, n, REPLIES / TICKETS],
    )
  }
  await pool.query('analyze ticket_replies')
}
