import { expect } from 'chai'
import { pool } from '../../src/db/pool.ts'
import { sequelize } from '../../src/db/sequelize.ts'
import { togetherOrAgain } from '../../src/db/together.ts'

describe('A transaction', () => {
  before(() => sequelize.query('create table if not exists notes (body text)'))
  after(() => sequelize.query('drop table notes'))

  it('takes in every query made inside it, without being passed along', async () => {
    await sequelize
      .transaction(async () => {
        await write('first')
        expect(await count()).to.equal(0)
        throw new Error('no')
      })
      .catch(() => {})

    await sequelize.transaction(() => write('second'))
    expect(await count()).to.equal(1)
  })

  it('keeps two that run at the same time apart', async () => {
    const failing = sequelize.transaction(async () => {
      await write('lost')
      throw new Error('no')
    })
    await Promise.allSettled([failing, sequelize.transaction(() => write('kept'))])

    expect(await count()).to.equal(1)
  })

  it('that had to give way to another, as each waited for the other, is done once more', async () => {
    let begun = 0
    const { promise: bothHaveOne, resolve } = Promise.withResolvers<void>()
    const locking = (keys: number[]) =>
      togetherOrAgain(async () => {
        await lock(keys[0]!)
        if (++begun === 2) resolve()
        await bothHaveOne
        await lock(keys[1]!)
      })

    await Promise.all([locking([1, 2]), locking([2, 1])])
    expect(begun).to.equal(3)
  })
})

function lock(key: number) {
  return sequelize.query('select pg_advisory_xact_lock(:key)', { replacements: { key } })
}

function write(body: string) {
  return sequelize.query('insert into notes values (:body)', { replacements: { body } })
}

/** As another connection sees it. */
async function count() {
  const { rows } = await pool.query('select count(*)::int as count from notes')
  return rows[0].count
}
