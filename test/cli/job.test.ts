import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { schedule } from '../../src/jobs/schedule.ts'
import { JobRun, User } from '../../src/models/index.ts'
import { command } from '../support/command.ts'
import { createUser } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'

const now = '2026-12-07T12:00:00Z'
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: new Date(now) }

describe('npm run job', () => {
  it('runs one job at a pretended time, with the letters that follow, and says what it did in one line of JSON', async () => {
    await createUser({ ...leaving, email: 'alice@example.com' })

    const { said, code } = await command('job', ['erase-due-accounts', '--now', now])

    expect(code).to.equal(0)
    const told = { job: 'erase-due-accounts', outcome: 'done', due: 1, erased: 1, failed: 0, verified: 1 }
    expect(JSON.parse(said)).to.deep.equal(told)
    expect((await mailbox()).map(({ to }) => to)).to.deep.equal(['alice@example.com'])
    expect(await JobRun.count()).to.equal(1)
  })

  it('touches nothing in a dry run, and passes a fuse only with --confirm', async () => {
    await Promise.all(Array.from({ length: config.erasureFuse + 1 }, () => createUser(leaving)))

    for (const [flags, left] of [
      [['--dry-run'], config.erasureFuse + 1],
      [[], config.erasureFuse + 1],
      [['--confirm'], 0],
    ] as const) {
      await command('job', ['erase-due-accounts', '--now', now, ...flags])
      expect(await User.count(), flags.join()).to.equal(left)
    }
  }).timeout(120_000)

  it('says in one sentence what is wrong', async () => {
    for (const args of [['no-such-job'], [], ['prune-sessions', '--now', 'tomorrow'], ['prune-sessions', '--what']]) {
      const { said, complained, code } = await command('job', args)
      expect(code, args.join()).to.equal(1)
      expect(said).to.equal('')
      expect(complained.trim().split('\n')).to.have.length(1)
    }
  })
})

describe('npm run jobs', () => {
  it('shows every job, when it runs, and how its last turn went', async () => {
    const run = (await JobRun.claim('prune-sessions', new Date(now)))!
    await run.finish({})

    const { said } = await command('jobs')

    for (const { name } of schedule) expect(said).to.contain(name)
    expect(said)
      .to.match(/prune-sessions .*done/)
      .and.to.match(/erase-due-accounts .*never/)
  })
})
