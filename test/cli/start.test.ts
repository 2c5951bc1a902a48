import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { expect } from 'chai'
import pg from 'pg'
import { config } from '../../src/config.ts'
import { findCluster } from '../../src/db/cluster.ts'
import { beginForm } from '../support/half-form.ts'
import { endAll, spawnCommand, spawnTrellis } from '../support/processes.ts'

/** Behind a folder closed to everybody else, as the home of root is. */
const closed = `${config.dataDir}/closed`
const folder = `${closed}/data`
const environment = { DATABASE_URL: '', DATA_DIR: folder, LEDGER_DIR: '' }
const site = `http://127.0.0.1:${config.port}`

describe('A command on a fresh data folder', function () {
  this.timeout(60_000)

  before(() => mkdir(closed, { recursive: true, mode: 0o700 }))

  it('that comes alone brings PostgreSQL along, and takes it away again', async () => {
    const command = spawnTrellis('src/cli/jobs.ts', environment)

    expect(await command.ended).to.equal(0)
    expect(existsSync(`${folder}/postgres/data/PG_VERSION`)).to.equal(true)
    expect(existsSync(`${folder}/postgres/data/postmaster.pid`)).to.equal(false)
  })
})

/** Each goes on where the one before has left off: a start is the slowest thing that a test can ask for. */
describe('npm start', function () {
  this.timeout(60_000)
  let trellis: Awaited<ReturnType<typeof start>>
  after(endAll)

  it('says that it is ready when it is', async () => {
    trellis = await start()

    expect((await fetch(site)).status).to.equal(200)
    expect(trellis.said()).to.contain(`Trellis is ready at http://localhost:${config.port}`)
    await remark('here since the first start')
  })

  it('lends its PostgreSQL to a command, which leaves it running', async () => {
    const command = spawnTrellis('src/cli/jobs.ts', environment)

    expect(await command.ended).to.equal(0)
    expect(await remark()).to.equal('here since the first start')
  })

  it('answers the request under way when Ctrl-C comes, twice, then stops all it started', async () => {
    const { url } = (await findCluster(`${folder}/postgres`))!
    const answer = await beginForm(site)

    trellis.signal('SIGINT')
    await siteIsClosed()
    trellis.signal('SIGINT') // two at the same moment arrive as one
    expect(await answer()).to.match(/^HTTP\/1\.1 422/)
    expect(await trellis.ended).to.equal(0)
    expect(existsSync(`${folder}/postgres/data/postmaster.pid`)).to.equal(false)
    expect(await failure(url)).to.equal('ECONNREFUSED')
  })

  it('keeps the data until the next start', async () => {
    trellis = await start()

    expect(await remark()).to.equal('here since the first start')
  })

  it('starts again after everything was killed', async () => {
    const [postmaster] = (await readFile(`${folder}/postgres/data/postmaster.pid`, 'utf8')).split('\n')
    process.kill(Number(postmaster), 'SIGKILL')
    trellis.signal('SIGKILL')
    await trellis.ended

    trellis = await start()
    expect(await remark()).to.equal('here since the first start')
  })

  it('takes over the PostgreSQL of one that was killed, and stops that too', async () => {
    trellis.signal('SIGKILL')
    await trellis.ended

    trellis = await start()
    trellis.signal('SIGTERM')
    expect(await trellis.ended).to.equal(0)
    expect(existsSync(`${folder}/postgres/data/postmaster.pid`)).to.equal(false)
  })

  it('stops as well when only npm is told to', async () => {
    const npm = spawnCommand('npm', ['start', '--ignore-scripts'], environment)
    await npm.says('Trellis is ready at')

    npm.signalAlone('SIGTERM')
    expect(await npm.ended).to.equal(0)
    expect(existsSync(`${folder}/postgres/data/postmaster.pid`)).to.equal(false)
  })
})

async function start() {
  const trellis = spawnTrellis('src/server.ts', environment)
  await trellis.says('Trellis is ready at')
  return trellis
}

/** Writes something into the database of the data folder, or reads what was written. */
async function remark(text?: string) {
  const client = new pg.Client((await findCluster(`${folder}/postgres`))!.url)
  await client.connect()
  if (text) await client.query(`comment on database trellis is ${pg.escapeLiteral(text)}`)
  const { rows } = await client.query(
    `select shobj_description(oid, 'pg_database') as text from pg_database where datname = 'trellis'`,
  )
  await client.end()
  return rows[0].text
}

async function siteIsClosed() {
  while (await fetch(site).catch(() => undefined));
}

async function failure(url: string) {
  const client = new pg.Client(url)
  return client.connect().then(
    () => client.end(),
    (error: { code: string }) => error.code,
  )
}
