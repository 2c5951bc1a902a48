import { expect } from 'chai'
import { pool } from '../../../src/db/pool.ts'
import { User } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { sweep } from '../../../src/services/privacy/erasure/sweep.ts'
import { createTicketReply, createUser } from '../../support/factories.ts'

const leaving = { erasureAskedAt: new Date('2026-11-23'), erasureDueAt: new Date('2026-12-07') }

describe('sweep', () => {
  it('leaves nothing of who was erased in the files of PostgreSQL, nor in its statistics (P28)', async () => {
    const alice = await createUser({ ...leaving, name: 'Zebedee Quillfeather' })
    await createUser()
    await createTicketReply({ requesterId: alice.id, body: 'Signed, Zebedee Quillfeather' })
    await pool.query('analyze; checkpoint')
    expect(await filesHolding('Zebedee Quillfeather')).to.include.members(['users', 'ticket_replies', 'pg_statistic'])

    await new ErasureService().erase((await User.findByPk(alice.id))!, new Date('2026-12-07'))
    await pool.query('checkpoint')
    expect(await filesHolding('Zebedee Quillfeather'), 'deleted, and still there').to.include('users')

    await sweep()

    expect(await filesHolding('Zebedee Quillfeather')).to.deep.equal([])
  })

  it('does not wait for who is using a table', async () => {
    const somebody = await pool.connect()
    await somebody.query('begin; lock table consents in access share mode')

    await sweep()

    await somebody.query('commit')
    somebody.release()
  })
})

/** The tables in whose very bytes on the disk a text stands. */
async function filesHolding(text: string) {
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind in ('r', 't') and pg_relation_filepath(oid) is not null and relfilenode > 0 or relname = 'pg_statistic'
     group by oid, relname
     having position($1::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0`,
    [Buffer.from(text)],
  )
  return rows.map(({ name }) => name)
}
