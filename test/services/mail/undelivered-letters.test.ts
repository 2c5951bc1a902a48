import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { sql } from '../../../src/lib/sql.ts'
import { Alarm, Disclosure } from '../../../src/models/index.ts'
import { post } from '../../../src/services/mail/post.ts'
import { createUser } from '../../support/factories.ts'
import { closeMailbox, mailbox, openMailbox } from '../../support/mailbox.ts'

describe('A letter that the server does not take', () => {
  beforeEach(closeMailbox)
  afterEach(async () => {
    await closeMailbox()
    await openMailbox()
  })

  it('waits, is tried again, and tells the person once what was passed on', async () => {
    const alice = await createUser()
    const mail = await post('password-changed', { userId: alice.id })
    await drainQueue()
    expect(await mail.reload()).to.include({ status: 'queued', attempts: 1 })
    expect(await Disclosure.count()).to.equal(0)

    await openMailbox()
    await sql('update graphile_worker._private_jobs set run_at = now()')
    await drainQueue()
    await drainQueue()

    expect(await mailbox()).to.have.length(1)
    expect(await mail.reload()).to.include({ status: 'sent', attempts: 2 })
    expect(await Disclosure.count()).to.equal(1)
  })

  it('leaves no address in the queue', async () => {
    await post('password-changed', { userId: (await createUser({ email: 'alice@example.com' })).id })
    await drainQueue()
    const { rows } = await sql<{ job: string }>('select to_jsonb(j)::text as job from graphile_worker._private_jobs j')

    expect(rows[0]!.job).to.contain('NotSent').and.to.not.contain('alice@example.com')
  })

  it('is given up after a day, and staff are told', async () => {
    const mail = await post('password-changed', { userId: (await createUser()).id })
    await sql('update graphile_worker._private_jobs set attempts = max_attempts - 1')
    await drainQueue()

    expect(await mail.reload()).to.include({ status: 'given up' })
    expect(await Alarm.findAll({ raw: true }))
      .to.have.length(1)
      .and.have.nested.property('[0].kind', 'task given up')
  })
})
