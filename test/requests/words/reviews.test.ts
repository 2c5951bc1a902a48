import { expect } from 'chai'
import { Course, Review, ReviewVersion, type User } from '../../../src/models/index.ts'
import { createCourse, createLesson } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment, createProgress, createReview } from '../../support/learning-factories.ts'
import { leave } from '../../support/leaving.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)
const tomas = () => createUser({ name: 'Tomas Rehak', role: 'mentor' })
const maya = () => createUser({ name: 'Maya Lindqvist' })
const from = '/support/new'

/** A course that Maya has taken for so many days. */
async function taken(days: number) {
  const [author, learner] = [await tomas(), await maya()]
  const course = await createCourse({ authorId: author.id, slug: 'joints' })
  const enrolment = await createEnrolment({ learnerId: learner.id, courseId: course.id, createdAt: daysAgo(days) })
  return { author, learner, course, enrolment }
}

async function review(who: User, fields: object, path = '/courses/joints/reviews') {
  return (await signedIn(who)).submit(path, fields, { from })
}

describe('POST /courses/:slug/reviews', () => {
  it('waits for a fifth of the lessons or 14 days, and says until when', async () => {
    const { learner, course } = await taken(13)
    const lessons = [await createLesson({ courseId: course.id })]
    for (let n = 0; n < 5; n++) lessons.push(await createLesson({ courseId: course.id }))
    await createProgress({ learnerId: learner.id, lessonId: lessons[0]!.id, completedAt: new Date() })

    const early = await review(learner, { rating: '5' })
    expect(early.status).to.equal(403)
    expect(html(early)('main').text()).to.match(/a fifth of its lessons, or from \d+ \w+ \d{4} on/)

    await lessons[5]!.update({ archivedAt: new Date() })
    expect((await review(learner, { rating: '5' })).status).to.equal(303)
    expect(await Review.findOne()).to.include({ writerId: learner.id, rating: 5, body: null, counts: true })
  })

  it('is open after 14 days, but neither to the author nor to who does not take the course', async () => {
    const { author, learner, course } = await taken(14)
    await createEnrolment({ learnerId: author.id, courseId: course.id, createdAt: daysAgo(20) })

    expect((await review(learner, { rating: '4', body: 'It holds.' })).status).to.equal(303)
    expect((await review(author, { rating: '5' })).status).to.equal(403)
    expect((await review(await createUser(), { rating: '1' })).status).to.equal(403)
    expect(await Review.count()).to.equal(1)
    expect(await course.reload()).to.include({ ratingCount: 1, ratingSum: 4 })
  })

  it('changes the review that is there, and keeps what it said before', async () => {
    const { learner, course } = await taken(20)
    const browser = await signedIn(learner)
    const say = (rating: string, body: string) =>
      browser.submit('/courses/joints/reviews', { rating, body }, { from: '/courses/joints/reviews' })
    await browser.visit('/courses/joints/reviews')
    await Promise.all([say('2', 'Too fast.'), say('2', 'Too fast.')])
    await say('4', 'The second half is good.')

    expect(await Review.count()).to.equal(1)
    expect(await ReviewVersion.findAll()).to.have.length(1)
    expect(await course.reload()).to.include({ ratingCount: 1, ratingSum: 4 })
    const page = html(await visitor().visit('/courses/joints/reviews'))
    expect(page('.ledger > li').text()).to.contain('Maya L.').and.contain('Took this course').and.contain('changed')
    expect(page('details').text()).to.contain('Too fast.')
    expect(html(await browser.visit('/courses/joints/reviews'))('[name=rating][checked]').val()).to.equal('4')
  })

  it('comes back without stars or with a card number in it', async () => {
    const { learner } = await taken(20)
    const typed = { rating: '6', body: 'My card is 4242 4242 4242 4242.' }
    const answer = await review(learner, typed)

    expect(answer.status).to.equal(422)
    expect(html(answer)('.error-summary li').length).to.equal(2)
    expect(html(answer)('textarea').text().trim()).to.equal(typed.body)
    expect(await Review.count()).to.equal(0)
  })
})

describe('A review', () => {
  it('is deleted by its writer alone, and no longer counts', async () => {
    const { learner, author, course } = await taken(20)
    const { id } = await createReview({ courseId: course.id, writerId: learner.id })

    expect((await review(author, {}, `/courses/joints/reviews/${id}/removal`)).status).to.equal(404)
    expect((await review(learner, {}, `/courses/joints/reviews/${id}/removal`)).status).to.equal(303)
    expect(await Review.count()).to.equal(0)
    expect(await course.reload()).to.include({ ratingCount: 0, ratingSum: 0 })
  })

  it('is answered by who made the course, until they take that away', async () => {
    const { author, learner, course } = await taken(20)
    const { id } = await createReview({ courseId: course.id, writerId: learner.id })
    const path = `/courses/joints/reviews/${id}/answer`

    expect((await review(learner, { answer: 'Mine' }, path)).status).to.equal(403)
    await review(author, { answer: 'Glad to hear it.' }, path)
    const page = html(await visitor().visit('/courses/joints/reviews'))
    expect(page('.reply').text()).to.contain('Tomas Rehak').and.contain('Glad to hear it.')
    expect((await review(author, { answer: 'x'.repeat(4001) }, path)).status).to.equal(422)
    await review(author, { answer: ' ' }, path)
    expect(await Review.findOne()).to.include({ answer: null, authorId: null, answeredAt: null })
  })

  it('stays without a name when its writer so chose, or goes with its stars (P24)', async () => {
    const { learner, course } = await taken(20)
    const other = await createUser({ name: 'Aurelie Martin' })
    await createReview({ courseId: course.id, writerId: learner.id, body: 'Write to Maya Lindqvist.', rating: 5 })
    await createReview({ courseId: course.id, writerId: other.id, rating: 1 })
    await leave(learner, 'anonymise')
    await leave(other, 'delete')

    const page = html(await visitor().visit('/courses/joints/reviews'))('.ledger').text()
    expect(page)
      .to.contain('Former member')
      .and.not.match(/Maya|Lindqvist|Aurelie/)
    expect(await Course.findByPk(course.id)).to.include({ ratingCount: 1, ratingSum: 5 })
  })
})

describe('GET /courses/:slug/reviews', () => {
  it('goes on page by page with the same few statements, and is not there for a draft', async () => {
    const { learner, course } = await taken(20)
    for (let n = 0; n < 12; n++) await createReview({ courseId: course.id, createdAt: daysAgo(n), body: `No. ${n}.` })
    await createCourse({ slug: 'draft', status: 'draft' })

    const first = html(await visitor().visit('/courses/joints/reviews'))
    expect(first('.ledger > li').first().text()).to.contain('No. 0.')
    const more = first('#older-reviews a').attr('href')!
    expect(html(await visitor().visit(more))('.ledger > li').length).to.equal(2)
    expect(await statementsOf(() => visitor().visit(more))).to.have.length(2)
    const browser = await signedIn(learner)
    await browser.visit('/courses/joints/reviews')
    expect(await statementsOf(() => browser.visit('/courses/joints/reviews'))).to.have.length(5)
    expect((await visitor().visit('/courses/draft/reviews')).status).to.equal(404)
  })
})
