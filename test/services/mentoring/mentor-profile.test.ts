import { expect } from 'chai'
import { MentorProfile } from '../../../src/models/index.ts'
import { freeTimesOf } from '../../../src/services/mentoring/availability.ts'
import { hoursOf, refreshNextFree, refreshStaleTimes } from '../../../src/services/mentoring/mentor-profile.ts'
import { createUser } from '../../support/factories.ts'
import * as create from '../../support/mentoring-factories.ts'

const MINUTE = 60_000
const now = new Date('2026-11-23T07:00:00Z') // a Monday
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

/** In Prague, on Mondays from nine to ten, for sessions of half an hour; an hour ahead is notice enough. */
async function mentor(overrides: Partial<MentorProfile> = {}) {
  const mentorId = (await createUser({ role: 'mentor', timeZone: 'Europe/Prague' })).id
  const profile = await create.createMentorProfile({ mentorId, noticeMinutes: 60, ...overrides })
  await create.createSessionType({ mentorId, minutes: 60 })
  await create.createSessionType({ mentorId, minutes: 30 })
  await create.createWeeklyHour({ mentorId, startMinute: 540, endMinute: 600 })
  return profile
}

describe('hoursOf', () => {
  it('says what a mentor declares of their time, in the zone of their account', async () => {
    const { mentorId } = await mentor({ maxPerDay: 3 })
    const hours = await hoursOf(mentorId)

    expect(hours).to.include({ mentorId, zone: 'Europe/Prague', noticeMinutes: 60, bufferAfter: 10, maxPerDay: 3 })
    expect(await freeTimesOf(hours!, 60, now)).to.deep.include(at('23T08:00'))
    expect(await hoursOf((await createUser()).id)).to.equal(undefined)
  })
})

describe('refreshNextFree', () => {
  it('finds the first time for the shortest session, behind the notice and what is booked', async () => {
    const { mentorId } = await mentor()

    expect(await refreshNextFree(mentorId, now)).to.deep.equal(at('23T08:00'))
    await create.createBooking({ mentorId, startsAt: at('23T08:00') })
    expect(await refreshNextFree(mentorId, now)).to.deep.equal(at('23T08:30'))
    expect(await refreshNextFree(mentorId, at('23T08:10'))).to.deep.equal(at('30T08:00'))
  })

  it('finds nothing where a mentor pauses, offers no session or has no hours', async () => {
    const paused = await mentor({ listing: 'paused' })
    const { mentorId: without } = await create.createMentorProfile({ nextFreeAt: now })
    await create.createSessionType({ mentorId: without })
    const { mentorId: typeless } = await create.createWeeklyHour()
    await create.createMentorProfile({ mentorId: typeless })
    await create.createSessionType({ mentorId: typeless, archivedAt: now })

    for (const mentorId of [paused.mentorId, without, typeless]) {
      expect(await refreshNextFree(mentorId, now)).to.equal(null)
    }
    expect(await MentorProfile.count({ where: { nextFreeAt: null } })).to.equal(3)
  })
})

describe('refreshStaleTimes', () => {
  it('asks again where the time is past its notice, or was not known, and leaves alone what still holds', async () => {
    const late = await mentor({ nextFreeAt: new Date(now.getTime() + 59 * MINUTE) })
    const unknown = await mentor()
    const paused = await mentor({ nextFreeAt: at('30T08:00'), listing: 'paused' })
    const holds = await mentor({ nextFreeAt: at('30T08:30') })

    expect(await refreshStaleTimes(now)).to.deep.equal({ refreshed: 3 })

    const times = await Promise.all([late, unknown, paused, holds].map(async (row) => (await row.reload()).nextFreeAt))
    expect(times).to.deep.equal([at('23T08:00'), at('23T08:00'), null, at('30T08:30')])
  })
})
