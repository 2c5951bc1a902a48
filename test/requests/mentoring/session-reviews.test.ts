import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Report, SessionReview, StaffAction } from '../../../src/models/index.ts'
import { askHowItWas } from '../../../src/services/mentoring/review-letters.ts'
import { publishReviews } from '../../../src/services/mentoring/session-reviews.ts'
import { exportOf } from '../../support/exports.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createSessionReview } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { between, over, underWay } from '../../support/sessions-world.ts'
import { html, signedIn, type Visitor, visitor } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const turn = (days = 0, dryRun = false) => ({ now: new Date(Date.now() + days * DAY), dryRun, confirmed: false })

async function met(booking: object = {}) {
  const world = await between({ ...over(), ...booking })
  const { path, maya, tomas } = world
  const say = (who: Visitor, fields: object) => who.submit(`${path}/review`, fields, { from: path })
  const shown = async (who: Visitor, page = path) => html(await who.visit(page))('main').text()
  return { ...world, say, shown, maya, tomas }
}

describe('POST /sessions/:id/review', () => {
  it('hides what one says from everybody until the other has written, then shows both at once', async () => {
    const { say, shown, maya, tomas, mentor } = await met()
    await say(maya, { rating: '4', body: 'canary-mentee' })
    await say(maya, { rating: '3', body: 'canary-changed' })
    const hers = (await SessionReview.findOne())!

    expect(hers).to.include({ rating: 3, body: 'canary-changed', subjectId: mentor.id, publishedAt: null })
    const seen = await Promise.all([tomas.visit('/settings/privacy'), visitor().visit('/mentors/tomas')])
    expect([await shown(tomas), ...seen.map(({ text }) => text)].join()).not.to.match(/canary|1 review/)
    expect(html(seen[0]!)('#holding-session_reviews')).to.have.lengthOf(0)
    expect(JSON.parse((await exportOf(mentor.id)).text['words/session-reviews.json']!)).to.deep.equal([])

    await say(tomas, { rating: '5', body: 'canary-mentor' })
    expect(await shown(tomas)).to.contain('canary-changed')
    expect(await shown(maya)).to.contain('canary-mentor')
    expect(await shown(visitor(), '/mentors/tomas'))
      .to.contain('canary-changed')
      .and.contain('Maya L.')
      .and.not.contain('canary-mentor')
    expect((await exportOf(mentor.id)).text['words/session-reviews.json']).to.contain('canary-changed')
    expect(html(await tomas.visit('/settings/privacy'))('#holding-session_reviews th').text()).to.contain(': 2')

    await say(maya, { rating: '1', body: 'too late' })
    expect((await hers.reload()).rating).to.equal(3)
  })

  it('is for a session in which they met and which is over, and keeps what was typed', async () => {
    const { say, session, maya } = await met({ state: 'completed', outcome: 'mentor missing' })
    expect((await say(maya, { rating: '5' })).status).to.equal(403)
    await session.update({ state: 'confirmed', outcome: null, mentorSaid: 'mentee missing' })
    expect((await say(maya, { rating: '5' })).status).to.equal(403)
    await session.update({ mentorSaid: null })

    const answer = await say(maya, { rating: '9', body: 'It will not close.' })
    expect(answer.status).to.equal(422)
    expect(html(answer)('.error-summary').text()).to.contain('one to five stars')
    expect(html(answer)('[name=body]').val()).to.equal('It will not close.')
    expect((await say(await signedIn(await createUser()), { rating: '5' })).status).to.equal(404)
    await session.update(underWay())
    expect((await say(maya, { rating: '5' })).status).to.equal(403)
  })
})

describe('The job publish-reviews', () => {
  it('shows what waited seven days, and answers a late one at once; a session costs one statement more', async () => {
    const { say, shown, session, maya, tomas } = await met()
    await say(tomas, { rating: '2', body: 'canary-mentor' })

    expect(await publishReviews(turn(6))).to.deep.equal({ published: 0 })
    expect(await publishReviews(turn(7.1, true))).to.deep.equal({ published: 1 })
    expect(await shown(maya)).not.to.contain('canary')
    for (const published of [1, 0]) expect(await publishReviews(turn(7.1))).to.deep.equal({ published })
    expect(await shown(maya))
      .to.contain('canary-mentor')
      .and.contain('yours is shown at once')
    expect(await statementsOf(() => maya.visit(`/sessions/${session.id}`))).to.have.lengthOf(5)

    await say(maya, { rating: '5' })
    expect(await SessionReview.count({ where: { publishedAt: null } })).to.equal(0)
  })
})

describe('The letter after a session', () => {
  it('asks each once, and not who has said it already', async () => {
    const { say, tomas, mentee } = await met()
    await say(tomas, { rating: '5' })
    for (const asked of [1, 0]) expect(await askHowItWas(turn())).to.deep.equal({ asked })
    await drainQueue()

    const [letter, ...others] = await mailbox()
    expect(letter).to.include({ to: mentee.email, subject: 'How was your session?' })
    expect(others).to.deep.equal([])
  })
})

describe('A review of a session', () => {
  it('is reported, taken down and put back as one of a course', async () => {
    const { mentor, tomas } = await between()
    const maya = await createUser({ name: 'Maya Moss', email: 'moss@example.org' })
    const said = { subjectId: mentor.id, writerId: maya.id, body: 'Buy my saws.' }
    const review = await createSessionReview({ ...said, publishedAt: new Date() })
    const hidden = await createSessionReview({ ...said, side: 'mentor' })
    const send = (id: string) =>
      tomas.submit('/reports', { session_review: id, reason: 'spam' }, { from: '/reports/new' })

    const link = html(await tomas.visit('/mentors/tomas'))(`#review-${review.id} a`).attr('href')!
    expect(html(await tomas.visit(link))('blockquote').text()).to.contain('Buy my saws.')
    expect((await send(hidden.id)).status).to.equal(404)
    expect((await send(review.id)).headers.location).to.equal(`/mentors/tomas#review-${review.id}`)

    const { id } = (await Report.findOne())!
    const staff = await signedIn(await createUser({ role: 'support' }))
    const from = `/staff/reports/${id}`
    expect(html(await staff.visit('/staff/reports'))('tbody').text()).to.contain('A review on Tomáš Řehák')
    await staff.submit(`${from}/decision`, { decision: 'uphold', reason: 'spam' }, { from })
    await drainQueue()

    expect((await visitor().visit('/mentors/tomas')).text).not.to.contain('saws')
    expect((await mailbox()).at(-1)).to.include({
      to: 'moss@example.org',
      subject: 'Something you wrote was taken down',
    })
    expect((await StaffAction.findOne())!.action).to.equal('took a review down')
    expect(
      html(await visitor().visit('/privacy/removals'))('tbody tr')
        .eq(1)
        .text(),
    ).to.match(/10$/)
    await staff.submit(`${from}/restoration`, {}, { from })
    expect((await visitor().visit('/mentors/tomas')).text).to.contain('saws')
  })
})
