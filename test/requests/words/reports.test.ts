import { expect } from 'chai'
import { Report } from '../../../src/models/index.ts'
import { createCourse, createLesson } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createComment, createEnrolment, createReport, createReview } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/reports/new'

/** Maya takes the course of a lesson under which somebody said something. */
async function classroom() {
  const maya = await createUser()
  const course = await createCourse({ slug: 'joints' })
  const lesson = await createLesson({ courseId: course.id })
  await createEnrolment({ learnerId: maya.id, courseId: course.id })
  const comment = await createComment({ lessonId: lesson.id, body: 'Buy my saws.' })
  return { maya, course, comment, path: `/learn/joints/${lesson.id}/comments/${comment.id}` }
}

describe('POST /reports', () => {
  it('takes one report a person, says thank you, and leads back to what it is about', async () => {
    const { maya, comment, path } = await classroom()
    const browser = await signedIn(maya)
    const page = html(await browser.visit(`/reports/new?comment=${comment.id}`))
    expect(page('blockquote').text()).to.contain('Buy my saws.')
    expect(page('form').text()).to.contain('That it is negative is no reason')

    for (const words of ['Look at it.', 'Once more.']) {
      const answer = await browser.submit('/reports', { comment: comment.id, reason: 'spam', words }, { from })
      expect(answer.headers.location).to.equal(path)
    }
    expect(html(await browser.visit(path))('#flash').text()).to.contain('Thank you')
    const reports = await Report.findAll()
    expect(reports).to.have.length(1)
    const said = { reporterId: maya.id, commentId: comment.id, reason: 'spam', words: 'Look at it.', state: 'open' }
    expect(reports[0]).to.include(said)
    expect(html(await browser.visit(`/reports/new?comment=${comment.id}`))('main').text()).to.contain(
      'You reported this',
    )
  })

  it('comes back without a reason, and with what was typed', async () => {
    const { maya, course } = await classroom()
    const { id: review } = await createReview({ courseId: course.id })
    const browser = await signedIn(maya)

    const answer = await browser.submit('/reports', { review, reason: 'negative', words: 'It is unfair.' }, { from })
    expect(answer.status).to.equal(422)
    expect(html(answer)('.error-summary').text()).to.contain('Choose what is wrong with it')
    expect(html(answer)('textarea').text().trim()).to.equal('It is unfair.')
    const sent = await browser.submit('/reports', { review, reason: 'private' }, { from })
    expect(sent.headers.location).to.equal(`/courses/joints/reviews?at=${review}#review-${review}`)
  })

  it('refuses one’s own words, what is gone, and what one cannot read', async () => {
    const { maya, course, comment } = await classroom()
    const browser = await signedIn(maya)
    const own = await createReview({ courseId: course.id, writerId: maya.id })
    const removed = await createReview({ courseId: course.id, removedAt: new Date(), removedBecause: 'spam' })
    const elsewhere = await createComment()
    const send = async (fields: object) =>
      (await browser.submit('/reports', { reason: 'spam', ...fields }, { from })).status

    expect(await send({ review: own.id })).to.equal(403)
    expect(await send({ review: removed.id })).to.equal(404)
    expect(await send({ comment: elsewhere.id })).to.equal(404)
    expect(await send({ comment: 'x' })).to.equal(404)
    await comment.update({ deletedAt: new Date(), body: null, writerId: null })
    expect(await send({ comment: comment.id })).to.equal(404)
    expect(await Report.count()).to.equal(0)
  })
})

describe('GET /reports/new', () => {
  it('says where to find the link when it is asked for nothing in particular, and takes three statements', async () => {
    const { maya, comment } = await classroom()
    const browser = await signedIn(maya)

    expect(html(await browser.visit('/reports/new'))('main').text()).to.contain('Under each review')
    expect(await statementsOf(() => browser.visit(`/reports/new?comment=${comment.id}`))).to.have.length(3)
    await createReport({ commentId: comment.id })
    expect(html(await browser.visit(`/reports/new?comment=${comment.id}`))('form[action="/reports"]').length).to.equal(
      1,
    )
  })
})
