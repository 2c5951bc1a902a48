import { expect } from 'chai'
import { drainQueue } from '../../src/jobs/queue.ts'
import { sql } from '../../src/lib/sql.ts'
import { Mail } from '../../src/models/index.ts'
import { createUser } from '../support/factories.ts'
import { closeMailbox, mailbox, openMailbox } from '../support/mailbox.ts'
import { visitor } from '../support/visitor.ts'

describe('While the mail server is down', () => {
  it('people are answered as ever, and their letters wait and go once it is back', async () => {
    const alice = await createUser()
    await closeMailbox()
    const answer = await visitor().submit('/forgot', { email: alice.email }, { from: '/forgot' })
    await drainQueue()
    const [waiting] = await Mail.findAll()

    expect(answer.status).to.equal(303)
    expect(waiting).to.include({ template: 'reset-password', status: 'queued', attempts: 1 })

    await openMailbox()
    await sql('update graphile_worker._private_jobs set run_at = now()')
    await drainQueue()

    expect((await mailbox()).map(({ to }) => to)).to.deep.equal([alice.email])
    expect(await waiting!.reload()).to.include({ status: 'sent', attempts: 2 })
  })
})
