import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import pg from 'pg'
import request from 'supertest'
import { config } from '../../src/config.ts'
import { findCluster } from '../../src/db/cluster.ts'
import { programs } from '../../src/db/programs.ts'
import { runAs, serverUser } from '../../src/db/server-user.ts'
import { PASSWORD } from '../support/factories.ts'
import { endAll, spawnTrellis } from '../support/processes.ts'
import { html } from '../support/visitor.ts'

const folder = `${config.dataDir}/restarted/postgres`
const site = `http://127.0.0.1:${config.port}`

describe('While PostgreSQL is restarted under load', () => {
  after(endAll)

  it('nobody sees more than a page of ours, nothing is half done, and all goes on by itself', async () => {
    const env = { DATABASE_URL: '', DATA_DIR: `${config.dataDir}/restarted`, DEMO_WORLD: 'true', BASE_URL: site }
    const trellis = spawnTrellis('src/server.ts', env)
    await trellis.says('is ready')
    const { browser, _csrf } = await signedInStaff()
    const notes = `${await pathOfATicket(browser)}/notes`
    const [kept, lost]: [string[], string[]] = [[], []]
    let stop = false

    const clerk = async (name: string) => {
      for (let number = 1; !stop; number++) {
        const body = `Note ${number} of ${name}`
        const answer = await browser.post(notes).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf, body })
        if (answer.status === 303) kept.push(body)
        else lost.push(html(answer)('h1').text())
      }
    }
    const clerks = ['Charlie', 'Dora', 'Emil', 'Fay'].map(clerk)
    await until(() => kept.length > 20)
    for (let times = 1; times <= 3; times++) {
      const before = kept.length
      await restart()
      await until(() => kept.length > before + 20)
    }
    stop = true
    await Promise.all(clerks)

    expect([...new Set(lost)], 'what else they read').to.deep.equal(['Something went wrong here.'])
    const { written, recorded } = await readBack()
    expect(written.length, 'every note has its line in the record, and no line is without').to.equal(recorded)
    expect(
      kept.filter((body) => !written.includes(body)),
      'answered with yes, and gone',
    ).to.deep.equal([])

    const command = spawnTrellis('src/cli/job.ts', env, ['expire-exports', '--dry-run'])
    expect(await command.ended, command.said()).to.equal(0)
    expect((await browser.get('/readyz')).status, 'a command that leaves takes no database away').to.equal(200)
    trellis.signal('SIGTERM')
    expect(await trellis.ended).to.equal(0)
    expect(await findCluster(folder), 'what we started is stopped').to.equal(undefined)
  }).timeout(90_000)
})

async function signedInStaff() {
  const browser = request.agent(site)
  const _csrf = tokenIn(await browser.get('/login'))
  const whom = { email: 'sam@example.org', password: PASSWORD }
  await browser
    .post('/login')
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send({ _csrf, ...whom })
    .expect(303)
  return { browser, _csrf: tokenIn(await browser.get('/staff/people')) }
}

async function pathOfATicket(browser: ReturnType<typeof request.agent>) {
  return html(await browser.get('/staff/tickets'))('a[href^="/staff/tickets/"]')
    .first()
    .attr('href')!
}

function tokenIn(answer: { text: string }) {
  return String(html(answer)('[name=_csrf]').val())
}

/** As after a crash: every connection breaks at once, in the middle of what it is doing. */
async function restart() {
  const data = `${folder}/data`
  await runAs(await serverUser(data), (await programs()).pg_ctl, [
    'restart',
    '-w',
    '-m',
    'immediate',
    '-D',
    data,
    '-l',
    `${folder}/log`,
  ])
}

async function readBack() {
  const client = new pg.Client((await findCluster(folder))!.url.replace(/postgres$/, 'trellis'))
  await client.connect()
  const { rows: notes } = await client.query(`select body from ticket_notes where body like 'Note % of %'`)
  const { rowCount } = await client.query(`select from staff_actions where action = 'wrote a note'`)
  await client.end()
  return { written: notes.map(({ body }) => body as string), recorded: rowCount }
}

async function until(condition: () => boolean) {
  while (!condition()) await sleep(20)
}
