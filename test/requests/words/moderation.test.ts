import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Course, Mail, Report, Review, StaffAction } from '../../../src/models/index.ts'
import { cast } from '../../support/cast.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createComment, createReport, createReview } from '../../support/learning-factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const from = '/staff/reports'
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)

/** Alice wrote a review that Rita, and somebody else, reported to Charlie. */
async function reported() {
  const people = await cast()
  const rita = await createUser({ name: 'Rita Reporter' })
  const course = await createCourse({ slug: 'joints', title: 'Joints that hold' })
  const review = await createReview({ courseId: course.id, writerId: people.alice.id, rating: 1, body: 'Buy my saws.' })
  const report = await createReport({ reviewId: review.id, reporterId: rita.id, words: 'An advertisement.' })
  await createReport({ reviewId: review.id, reason: 'off topic' })
  const charlie = await signedIn(people.charlie)
  const decide = (fields: object, id = report.id) => charlie.submit(`${from}/${id}/decision`, fields, { from })
  return { ...people, rita, course, review, report, browser: charlie, decide }
}

describe('GET /staff/reports', () => {
  it('lists each reported thing once, what waits longest on top, and not what is one’s own', async () => {
    const { charlie, browser } = await reported()
    await createReport({ createdAt: daysAgo(3) })
    await createReport({ commentId: (await createComment({ writerId: charlie.id })).id })

    const page = html(await browser.visit(from))
    expect(page('tbody tr').length).to.equal(2)
    expect(page('tbody tr').last().text()).to.contain('Joints that hold').and.contain('off topic, spam')
    expect(page('tbody tr').last().find('[data-label=Reports]').text()).to.equal('2')
    expect(page('main').text()).to.contain('That a review is negative is no reason')
    expect(html(await browser.visit('/staff'))('main nav').text()).to.contain('Reports (3)')
    expect(await statementsOf(() => browser.visit(from))).to.have.length(5)
  })

  it('goes on page by page, open and decided', async () => {
    const { browser, charlie } = await reported()
    for (let n = 0; n < 31; n++) {
      const decided = { state: 'dismissed', decidedAt: daysAgo(n), decidedBy: charlie.id } as const
      await createReport({ createdAt: daysAgo(n + 40) })
      await createReport(decided)
    }
    for (const [state, rest] of [
      ['open', 2],
      ['dismissed', 1],
      ['upheld', 0],
    ] as const) {
      const page = html(await browser.visit(`${from}?state=${state}`))
      expect(page('tbody tr').length).to.equal(rest ? 30 : 0)
      const next = page('main p a').last().attr('href')!
      if (rest) expect(html(await browser.visit(next))('tbody tr').length, state).to.equal(rest)
    }
  })
})

describe('GET /staff/reports/:id', () => {
  it('shows the words in their place and why they were reported, never by whom', async () => {
    const { browser, report, review } = await reported()
    const answer = await browser.visit(`${from}/${report.id}`)
    expect(html(answer)('main').text()).to.contain('Buy my saws.').and.contain('An advertisement.')
    expect(answer.text).to.not.contain('Rita')
    expect((await browser.visit(`${from}/${review.id}`)).text).to.contain('Buy my saws.')

    const head = await createComment({ body: 'Which saw?' })
    const said = await createComment({ lessonId: head.lessonId, parentId: head.id, body: 'The dear one.' })
    const { id } = await createReport({ commentId: said.id })
    expect(html(await browser.visit(`${from}/${id}`))('.ledger').text())
      .to.contain('Which saw?')
      .and.contain('reported')
    expect(await statementsOf(() => browser.visit(`${from}/${id}`))).to.have.length(5)
  })
})

describe('POST /staff/reports/:id/decision', () => {
  it('takes the words down, closes all reports on them, tells their writer why and how to appeal', async () => {
    const { alice, charlie, browser, report, decide } = await reported()
    expect((await decide({ decision: 'uphold', reason: 'spam', note: 'Two shops.' })).status).to.equal(303)

    expect(await Report.count({ where: { state: 'upheld', decidedBy: charlie.id } })).to.equal(2)
    expect(await Course.findOne()).to.include({ ratingCount: 0 })
    const done = { staffId: charlie.id, aboutId: alice.id, action: 'took a review down' }
    expect(await StaffAction.findOne()).to.include({ ...done, reason: 'It advertises something: Two shops.' })
    expect((await visitor().visit('/courses/joints/reviews')).text).to.not.contain('saws')

    await drainQueue()
    const [letter] = await mailbox()
    expect(letter).to.include({ to: 'alice@example.org', subject: 'Something you wrote was taken down' })
    expect(letter!.text)
      .to.contain('it advertises something')
      .and.not.match(/saws|Rita|Charlie/)
    const own = await signedIn(alice)
    const page = html(await own.visit('/courses/joints/reviews'))
    expect(page('main').text()).to.contain('Your review was taken down').and.contain('Buy my saws.')
    const ticket = html(await own.visit(page('a:contains("think again")').attr('href')!))
    expect(ticket('[name=category]').val()).to.equal('report')
    expect(ticket('[name=body]').text()).to.contain('my review that was taken down')
    expect((await own.submit('/courses/joints/reviews', { rating: '5' }, { from: '/support/new' })).status).to.equal(
      403,
    )

    expect((await browser.submit(`${from}/${report.id}/restoration`, { note: '' }, { from })).status).to.equal(303)
    expect(await Review.findOne()).to.include({ removedAt: null, removedBecause: null })
    expect(await Report.count({ where: { state: 'dismissed' } })).to.equal(2)
  })

  it('leaves them, and tells whoever is second that it has been decided', async () => {
    const { decide, browser, report } = await reported()
    await browser.visit(from)
    const wish = { decision: 'dismiss', reason: 'spam' }
    const answers = await Promise.all([decide(wish), decide({ ...wish, decision: 'uphold' })])

    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 409])
    const late = await decide(wish)
    expect(html(late)('.error-summary').text()).to.contain('decided this before you')
    expect(await StaffAction.count()).to.equal(1)
    expect((await decide({ decision: 'burn' })).status).to.equal(422)
    expect(await Report.count({ where: { id: report.id, state: 'open' } })).to.equal(0)
  })

  it('is for our staff, and never about one’s own words', async () => {
    const { alice, charlie, decide } = await reported()
    const { id } = await createReport({ commentId: (await createComment({ writerId: charlie.id })).id })

    expect((await decide({ decision: 'dismiss', reason: 'spam' }, id)).status).to.equal(404)
    expect((await (await signedIn(alice)).visit(from)).status).to.equal(403)
    expect(await Mail.count()).to.equal(0)
  })
})

describe('GET /privacy/removals', () => {
  it('counts what was taken down by reason, once however often it was reported, for twelve months', async () => {
    const { decide } = await reported()
    await decide({ decision: 'uphold', reason: 'abuse' })
    const old = await createReview({ removedAt: daysAgo(400), removedBecause: 'abuse' })
    await createReport({ reviewId: old.id, state: 'upheld', decidedAt: daysAgo(400) })

    const row = html(await visitor().visit('/privacy/removals'))('tbody tr').first()
    expect(row.text()).to.match(/insults or threatens somebody10$/)
  })
})
