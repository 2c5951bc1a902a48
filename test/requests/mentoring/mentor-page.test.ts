import { expect } from 'chai'
import { BookingEvent, type User } from '../../../src/models/index.ts'
import { refreshNextFree } from '../../../src/services/mentoring/mentor-profile.ts'
import { createUser } from '../../support/factories.ts'
import * as create from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)

/** Free from nine to five on Mondays in Prague, for a short free session and a longer paid one. */
async function tomas() {
  const shown: User['shown'] = ['bio']
  const mentor = await createUser({ role: 'mentor', slug: 'tomas', shown, timeZone: 'Europe/Prague' })
  const mentorId = mentor.id
  const profile = await create.createMentorProfile({ mentorId, languages: ['cs', 'en'] })
  const look = await create.createSessionType({ mentorId })
  await create.createSessionType({
    mentorId,
    title: 'At the bench',
    minutes: 60,
    priceMinor: 4500,
    needsApproval: true,
  })
  await create.createSessionType({ mentorId, title: 'Long ago', archivedAt: new Date() })
  await create.createWeeklyHour({ mentorId })
  await refreshNextFree(mentorId, new Date())
  return { mentor, profile, look }
}

/** A session of the past, each on a day of its own, with what happened to it. */
async function past(
  mentor: User,
  day: number,
  state: 'completed' | 'expired' | 'cancelled',
  events: [string, 'mentor' | 'mentee' | 'time'][],
) {
  const ended = state === 'completed' ? {} : { endedAt: ago(day), endedBy: 'mentor' as const }
  const booking = await create.createBooking({ mentorId: mentor.id, state, startsAt: ago(day), ...ended })
  for (const [what, actor] of events) await BookingEvent.create({ bookingId: booking.id, what, actor })
  return booking
}

describe('GET /mentors/:slug', () => {
  it('shows what can be booked, the next five free times and the languages, and leads to the times', async () => {
    const { look } = await tomas()
    const $ = html(await visitor().visit('/mentors/tomas').expect(200))
    const offers = $('#sessions').parent()

    expect(offers.find('.ledger li')).to.have.lengthOf(2)
    expect(offers.text())
      .to.contain('30 minutes, free')
      .and.contain('60 minutes, €45.00')
      .and.contain('held for you while you pay')
    expect(offers.text()).not.to.contain('Long ago')
    expect($(`.ledger a[href="/mentors/tomas/times?type=${look.id}"]`)).to.have.lengthOf(1)
    expect(offers.find('time')).to.have.lengthOf(5)
    expect(offers.text()).to.contain('09:00 in Prague')
    expect($('main').text()).to.contain('Czech, English')
    expect($('[aria-current=page]').first().attr('href')).to.equal('/mentors')
  })

  it('offers nothing of who pauses, and says so where no time is left', async () => {
    const { profile } = await tomas()
    await (await profile.reload()).update({ nextFreeAt: null })
    expect((await visitor().visit('/mentors/tomas')).text).to.contain('No time is free at the moment')

    await profile.update({ listing: 'paused' })
    const { text } = await visitor().visit('/mentors/tomas').expect(200)
    expect(text).to.contain('There is nothing to book').and.not.contain('/times')
  })

  it('says what mentees say once it is published, and a mean only of three or more', async () => {
    const { mentor } = await tomas()
    const review = (day: number, more: object) =>
      past(mentor, day, 'completed', []).then(({ id: bookingId }) =>
        create.createSessionReview({ bookingId, subjectId: mentor.id, ...more }),
      )
    await review(10, {
      publishedAt: ago(9),
      rating: 4,
      body: 'Saw it at once.',
      writerId: (await createUser({ name: 'Maya' })).id,
    })
    await review(11, { publishedAt: ago(8), rating: 5, writerId: null })
    await review(12, { body: 'Not yet to be read.' })
    await review(13, { publishedAt: ago(8), side: 'mentor', body: 'About a mentee.' })

    const few = html(await visitor().visit('/mentors/tomas'))('main').text()
    expect(few).to.contain('Saw it at once.').and.contain('Maya').and.contain('Former member').and.contain('2 reviews')
    expect(few).not.to.contain('Not yet').and.not.contain('About a mentee').and.not.contain('4.5')

    await review(14, { publishedAt: ago(8), rating: 3 })
    expect(html(await visitor().visit('/mentors/tomas'))('.intro').text())
      .to.contain('4.0')
      .and.contain('3 reviews')
  })

  it('states as facts how many requests were answered and sessions cancelled, once there are five, in six statements', async () => {
    const { mentor } = await tomas()
    const accepted: [string, 'mentor' | 'mentee'][] = [
      ['requested', 'mentee'],
      ['accepted', 'mentor'],
    ]
    for (const day of [20, 21, 22]) await past(mentor, day, 'completed', accepted)
    await past(mentor, 23, 'cancelled', [...accepted, ['cancelled', 'mentor']])
    await past(mentor, 24, 'expired', [['expired', 'time']]) // a hold: nobody asked
    expect(html(await visitor().visit('/mentors/tomas'))('.facts')).to.have.lengthOf(0)

    await past(mentor, 25, 'expired', [
      ['requested', 'mentee'],
      ['expired', 'time'],
    ])
    await past(mentor, 26, 'completed', [])
    const maya = await signedIn(await createUser())
    await maya.visit('/mentors/tomas')
    const statements = await statementsOf(() => maya.visit('/mentors/tomas'))
    const facts = html(await maya.visit('/mentors/tomas'))('.facts').text()

    expect(facts).to.contain('answered 4 of 5').and.contain('4 held, 1 cancelled by the mentor')
    expect(statements).to.have.length.at.most(6)
  })
})
