import { expect } from 'chai'
import { schedule } from '../../src/jobs/schedule.ts'
import { sql } from '../../src/lib/sql.ts'
import { UsageDay, UsageEvent, type User } from '../../src/models/index.ts'
import { RetentionService } from '../../src/services/privacy/retention/retention-service.ts'
import { createUser } from '../support/factories.ts'
import { createUsageDay, createUsageEvent } from '../support/learning-factories.ts'
import { look } from '../support/promises.ts'
import { statementsOf } from '../support/queries.ts'

const now = new Date('2026-11-25T02:40:00Z')
const yesterday = new Date('2026-11-24T12:00:00Z')
const turn = { now, dryRun: false, confirmed: false }
const { run } = schedule.find(({ name }) => name === 'aggregate-usage')!

/** So many members, or visitors from outside, who each looked at a page once. */
function members(number: number) {
  return Promise.all(Array.from({ length: number }, () => createUser()))
}
const looks = (people: User[], event: Parameters<typeof createUsageEvent>[0] = {}) =>
  Promise.all(people.map(({ id }) => createUsageEvent({ memberId: id, createdAt: yesterday, ...event })))

async function sums() {
  const all = await UsageDay.findAll({ order: ['page', 'browser', 'os'] })
  return all.map(({ what, page, browser, os, times, people }) => [what, page, browser, os, times, people].join(' | '))
}

describe('The job aggregate-usage', () => {
  it('sums a day by page, browser and system, each member once and each arrival of a visitor (P31)', async () => {
    const three = await members(3)
    await looks(three)
    await looks(three)
    for (const arrived of [true, true, false]) await createUsageEvent({ arrived, createdAt: yesterday })

    expect(await run(turn)).to.deep.equal({ days: 1, sums: 1 })

    expect(await sums()).to.deep.equal(['page | /courses | Firefox | Linux | 9 | 5'])
    expect((await UsageDay.findOne())!.day).to.equal('2026-11-24')
  })

  it('puts what is too small together: without system, without browser, without page, or not at all (P31)', async () => {
    const five = await members(5)
    const [one, two, ...three] = five
    await looks(five)
    await looks([one!, two!], { os: 'macOS' })
    await looks(three, { os: 'Windows' })
    await looks([one!, two!], { page: '/help', browser: 'Safari' })
    await looks(three, { page: '/help', browser: 'Chrome' })
    await looks([one!, two!], { page: '/terms' })
    await looks(three, { page: '/cookies' })
    await looks(three, { what: 'lesson started', page: '/learn/:course/:lesson' })

    await run(turn)

    expect(await sums()).to.deep.equal([
      'page | /courses | Firefox | Linux | 5 | 5',
      'page | /courses | Firefox | other | 5 | 5',
      'page | /help | other | other | 5 | 5',
      'page | other | other | other | 5 | 5',
    ])
  })

  it('takes nobody twice when two small sums become one: a person with two systems is one person (P31)', async () => {
    const four = await members(4)
    await looks(four)
    await looks(four, { os: 'Windows' })

    await run(turn)

    expect(await sums()).to.deep.equal([])
  })

  it('leaves a day as it was summed, whoever takes their visits back later', async () => {
    await looks(await members(6))
    await run(turn)
    const before = await sums()

    await UsageEvent.destroy({ where: {}, limit: 2 })

    expect(await run(turn)).to.deep.equal({ days: 0, sums: 0 })
    expect(await sums()).to.deep.equal(before)
  })

  it('waits for a day to end, makes up for nights it missed, and leaves days whose raw counts have begun to go', async () => {
    const five = await members(5)
    for (const day of ['2026-11-25T00:00:00Z', '2026-10-27T00:00:00Z', '2026-10-26T12:00:00Z']) {
      await looks(five, { createdAt: new Date(day) })
    }

    expect(await run({ ...turn, dryRun: true })).to.deep.equal({ days: 1, sums: 1 })
    expect(await UsageDay.count()).to.equal(0)
    await run(turn)

    expect((await UsageDay.findAll()).map(({ day }) => day)).to.deep.equal(['2026-10-27'])
  })

  it('sums a busy day in one statement, and what was raw goes after 30 days without waiting for a word (P31)', async () => {
    await sql(
      `insert into usage_events (id, what, page, arrived, browser, os, created_at)
      select gen_random_uuid(), 'page', '/page-' || n % 40, true, 'Browser ' || n % 7, 'System ' || n % 3, $yesterday
      from generate_series(1, 20000) as n`,
      { yesterday: yesterday.toISOString() },
    )

    expect(await statementsOf(() => run(turn))).to.have.length(1)
    expect(await sums()).to.have.length(840)

    const inAMonth = new Date('2026-12-24T12:00:01Z')
    const { deleted } = await new RetentionService().enforce({ ...turn, now: inAMonth })
    expect(deleted).to.deep.equal({ usage_events: 20_000 })
    expect(await UsageDay.sum('times')).to.equal(20_000)
  })
})

describe('The check of the sums', () => {
  it('finds one that the database should not have let in, and raw counts that stayed too long (P04, P31)', async () => {
    await createUsageDay()
    expect(await look('P31')).to.deep.equal({ state: 'kept', figure: '1 sum of 1 day, none over fewer than 5 people' })
    expect(await look('P04')).to.include({ state: 'kept' })

    await createUsageEvent({ createdAt: new Date(Date.now() - 32 * 24 * 60 * 60 * 1000) })
    expect(await look('P04')).to.include({ state: 'broken' })

    await sql('alter table usage_daily drop constraint usage_daily_people_check')
    await createUsageDay({ people: 4, page: '/terms' })
    const found = await look('P31')
    await sql('update usage_daily set people = 5')
    await sql('alter table usage_daily add constraint usage_daily_people_check check (people >= 5)')
    expect(found).to.deep.equal({ state: 'broken', figure: '1 sum over fewer than 5 people' })
  })
})
