import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'chai'
import { pool } from '../../src/db/pool.ts'
import { Erasure, SignIn, Ticket, User } from '../../src/models/index.ts'
import { eraseDue } from '../../src/services/privacy/erasure/erasure-night.ts'
import { readLedger } from '../../src/services/privacy/erasure/ledger.ts'
import { replayLedger } from '../../src/services/privacy/erasure/replay.ts'
import { createSignIn, createTicket, createUser } from '../support/factories.ts'

const now = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: now }

describe('An erasure whose process is killed in the middle of it', () => {
  it('has erased nothing, says so in the ledger alone, and is done by the next run (P28)', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer' })
    const ticket = await createTicket({ requesterId: alice.id, subject: 'Alice' })
    await createSignIn({ userId: alice.id })

    await killInTheMiddle()

    expect([await User.count(), await SignIn.count()]).to.deep.equal([1, 1])
    expect(await ticket.reload()).to.include({ requesterId: alice.id, subject: 'Alice', status: 'open' })
    expect((await readLedger()).get(alice.subjectId)).to.equal('intent')
    expect(await replayLedger(now)).to.deep.equal({ erasedAgain: 0, unclear: 1 })

    expect(await eraseDue({ now, dryRun: false, confirmed: false })).to.include({ erased: 1, verified: 1 })
    expect(await Erasure.findOne()).to.include({ status: 'verified', attempts: 2 })
    expect((await readLedger()).get(alice.subjectId)).to.equal('done')
    expect(await Ticket.findOne()).to.include({ requesterId: null, subject: '[removed]' })
  })
})

/** Nobody can write to one of the tables, so that the erasure waits there, half done, until it is killed. */
async function killInTheMiddle() {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('lock table staff_actions in exclusive mode')
    const child = spawn(process.execPath, ['src/cli/job.ts', 'erase-due-accounts', '--now', now.toISOString()])
    await someoneWaits()
    child.kill('SIGKILL')
    await once(child, 'close')
  } finally {
    await client.query('rollback')
    client.release()
  }
  await everyoneElseIsGone()
}

const here = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

async function someoneWaits() {
  const waiting = `select count(*)::int as count ${here} and wait_event_type = 'Lock'`
  while ((await pool.query(waiting)).rows[0].count === 0);
}

/** PostgreSQL notices a killed client when it next speaks to it. */
async function everyoneElseIsGone() {
  const writing = `select count(*)::int as count ${here} and backend_xid is not null`
  while ((await pool.query(writing)).rows[0].count > 0);
}
