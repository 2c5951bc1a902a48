import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import pg from 'pg'
import { config } from '../../src/config.ts'
import { pool } from '../../src/db/pool.ts'
import { files } from '../../src/gateways/files.ts'
import { backUp } from '../../src/services/backup/backup.ts'
import { post } from '../../src/services/mail/post.ts'
import { command } from '../support/command.ts'
import {
  createSession,
  createStoredFile,
  createTicket,
  createTicketNote,
  createTicketReply,
  createUser,
} from '../support/factories.ts'

const file = `${config.dataDir}/../trellis.backup`
const elsewhere = new URL(config.databaseUrl!)
elsewhere.pathname = '/restored'
const other = { DATABASE_URL: elsewhere.href, DATA_DIR: `${config.dataDir}/../restored` }

describe('npm run backup and npm run restore', function () {
  this.timeout(120_000)
  beforeEach(() => pool.query('create database restored'))
  afterEach(() => pool.query('drop database restored with (force)'))

  it('bring back every row and every file, and keep open sessions out of it', async () => {
    const { photo } = await aWorld()
    const [before, shapeBefore] = [await everything(config.databaseUrl!), await shape(config.databaseUrl!)]
    const saved = await command('backup', [file])
    const restored = await command('restore', [file], other)
    const copy = await readFile(path.join(other.DATA_DIR, 'files', photo))

    expect([saved.code, restored.code], saved.complained + restored.complained).to.deep.equal([0, 0])
    expect(restored.said).to.contain('Everything is back')
    expect((await stat(file)).mode & 0o777).to.equal(0o600)
    expect(copy.equals(await readFile(`${config.dataDir}/files/${photo}`))).to.equal(true)
    expect(await everything(elsewhere.href)).to.deep.equal({ ...before, sessions: [] })
    expect(await shape(elsewhere.href), 'keys, triggers, the queue').to.deep.equal(shapeBefore)
  })

  it('do not bring back a person who was erased after the backup (P28)', async () => {
    const alice = await createUser({ name: 'Alice Canarybird', email: 'canarybird@example.com' })
    const photo = await createStoredFile({ ownerId: alice.id, storageKey: files.newKey() })
    await files.put(photo.storageKey, Buffer.from('abc'))
    await createUser({ name: 'Bob Stays' })
    await backUp(file, new Date(), () => {})
    await alice.askForErasure(new Date('2026-01-01'), 'delete')
    const erased = await command('job', ['erase-due-accounts', '--now', '2026-02-01'])
    const restored = await command('restore', [file], other)
    const rows = JSON.stringify(await everything(elsewhere.href))

    expect([erased.code, restored.code], erased.complained + restored.complained).to.deep.equal([0, 0])
    expect(restored.said).to.contain('1 people erased again')
    expect(rows)
      .to.contain('Bob Stays')
      .and.to.not.match(/canarybird/i)
    expect(existsSync(path.join(other.DATA_DIR, 'files', photo.storageKey))).to.equal(false)
  })

  it('replace a database that is not empty only when asked to', async () => {
    await aWorld()
    await backUp(file, new Date(), () => {})
    await command('restore', [file], other)
    await rowsOf(elsewhere.href, `update users set name = 'Somebody else'`)
    const refused = await command('restore', [file], other)
    expect([refused.code, refused.complained]).to.deep.equal([
      1,
      'The database is not empty. With --confirm, all that is in it is replaced.\n',
    ])

    expect((await command('restore', [file, '--confirm'], other)).code).to.equal(0)
    expect(await rowsOf(elsewhere.href, `select from users where name = 'Somebody else'`)).to.deep.equal([])
  })

  it('do nothing but say so, in one sentence, with a file that is missing, cut off or none of ours', async () => {
    await backUp(file, new Date(), () => {})
    await truncate(file, (await stat(file)).size - 200)
    await writeFile(`${file}.txt`, 'Dear diary')
    const sentences = await Promise.all(
      [[file], [`${file}.txt`], ['nowhere'], []].map(
        async (args) => (await command('restore', args, other)).complained,
      ),
    )

    expect(sentences).to.deep.equal([
      `${file} is not a whole backup of Trellis.\n`,
      `${file}.txt is not a whole backup of Trellis.\n`,
      'There is no file nowhere.\n',
      'Say which file to read: npm run restore -- FILE\n',
    ])
  })
})

/** People, a thread, a photo that its owner points to and that points back, a letter that waits, an open session. */
async function aWorld() {
  const alice = await createUser({ name: 'Alice \\ "Ünï"\n😀', bio: '\\N', skills: ['a,b', '{}'] })
  const photo = await createStoredFile({ ownerId: alice.id, storageKey: files.newKey() })
  await files.put(photo.storageKey, randomBytes(5_000_000))
  await alice.update({ photoId: photo.id })
  const ticket = await createTicket({ requesterId: alice.id })
  await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
  await createTicketNote({ ticketId: ticket.id, requesterId: alice.id })
  await createSession({ userId: alice.id })
  await post('password-changed', { userId: alice.id })
  return { photo: photo.storageKey }
}

async function everything(url: string) {
  const names = await rowsOf(url, `select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  const tables = names.map(async ({ name }) => [name, await rowsOf(url, `select t::text from "${name}" t order by 1`)])
  return Object.fromEntries(await Promise.all(tables))
}

async function shape(url: string) {
  const constraints = `select conrelid::regclass::text as t, pg_get_constraintdef(oid) as c from pg_constraint
    where connamespace = 'public'::regnamespace order by 1, 2`
  const triggers =
    'select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2'
  const tasks = `select identifier from graphile_worker._private_jobs join graphile_worker._private_tasks t on t.id = task_id`
  return {
    constraints: await rowsOf(url, constraints),
    triggers: await rowsOf(url, triggers),
    tasks: (await rowsOf(url, tasks)).map(({ identifier }) => identifier),
  }
}

async function rowsOf(url: string, query: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}
