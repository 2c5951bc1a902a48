import { expect } from 'chai'
import { Comment, Report, type User } from '../../../src/models/index.ts'
import { createCourse, createLesson } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createComment, createEnrolment, createReport } from '../../support/learning-factories.ts'
import { leave } from '../../support/leaving.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, signedIn } from '../../support/visitor.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60 * 1000)
const from = '/support/new'

/** A lesson that Maya and Alice learn from Tomas. */
async function classroom() {
  const tomas = await createUser({ name: 'Tomas Rehak', role: 'mentor' })
  const maya = await createUser({ name: 'Maya Lindqvist' })
  const alice = await createUser({ name: 'Alice Ashby' })
  const course = await createCourse({ authorId: tomas.id, slug: 'joints' })
  const lesson = await createLesson({ courseId: course.id })
  for (const { id } of [maya, alice]) await createEnrolment({ learnerId: id, courseId: course.id })
  const path = `/learn/joints/${lesson.id}/comments`
  const say = (who: User, fields: object, to = '') =>
    signedIn(who).then((browser) => browser.submit(path + to, fields, { from }))
  return { tomas, maya, alice, lesson, path, say }
}

describe('POST /learn/:course/:lesson/comments', () => {
  it('keeps what a learner asks and its author answers, on one level, for those of the course', async () => {
    const { tomas, maya, alice, lesson, path, say } = await classroom()
    const asked = await say(maya, { body: 'Which saw?' })
    const question = await Comment.findOne({ rejectOnEmpty: true })
    expect(asked.headers.location).to.equal(`/learn/joints/${lesson.id}#comment-${question.id}`)

    await say(tomas, { body: 'A pull saw.', parent: question.id })
    const answer = await Comment.findOne({ where: { writerId: tomas.id }, rejectOnEmpty: true })
    await say(alice, { body: 'Thanks, both.', parent: answer.id })

    expect(await Comment.count({ where: { parentId: question.id } })).to.equal(2)
    const page = html(await (await signedIn(alice)).visit(path))
    expect(page('h2').text()).to.contain('3 comments')
    expect(page('.ledger > li').length).to.equal(1)
    expect(page('.reply').first().text()).to.contain('Tomas Rehak').and.contain('author')
    expect(page('.reply').last().text()).to.contain('Alice A.')
    expect((await say(await createUser(), { body: 'Me too' })).status).to.equal(403)
  })

  it('keeps a comment once that is sent twice, and the words of one that answers what is gone', async () => {
    const { maya, path } = await classroom()
    const browser = await signedIn(maya)
    const send = (fields: object) => browser.submit(path, fields, { from: path })
    await browser.visit(path)
    await Promise.all([send({ body: 'Which saw?' }), send({ body: 'Which saw?' })])
    expect(await Comment.count()).to.equal(1)

    const late = await send({ body: 'That one.', parent: maya.id })
    expect(late.status).to.equal(409)
    expect(html(late)('textarea[id=body]').text().trim()).to.equal('That one.')
    const bad = await send({ body: '', parent: maya.id })
    expect(bad.status).to.equal(422)
    expect(html(bad)('.error-summary').text()).to.contain('Write what you would like to say')
  })

  it('answers htmx with the discussion alone', async () => {
    const { maya, path } = await classroom()
    const browser = await signedIn(maya)
    const posted = await browser.submit(`${path}?here=1`, { body: 'Which saw?' }, { from: path, headers: htmx })
    const page = await browser.visit(posted.headers.location!).set(htmx)

    expect(page.text.trim()).to.match(/^<section[^>]* id="discussion"/)
    expect(page.text).to.contain('Which saw?').and.contain('Your comment is there.')
  })
})

describe('A comment', () => {
  it('is changed by its writer for 15 minutes', async () => {
    const { maya, alice, lesson, path, say } = await classroom()
    const { id } = await createComment({ lessonId: lesson.id, writerId: maya.id })
    const { id: old } = await createComment({ lessonId: lesson.id, writerId: maya.id, createdAt: minutesAgo(16) })

    expect(html(await (await signedIn(maya)).visit(`${path}/${id}`))('form.sheet textarea').text()).to.contain('chisel')
    expect((await say(maya, { body: '' }, `/${id}`)).status).to.equal(422)
    expect((await say(maya, { body: 'Which plane?' }, `/${id}`)).status).to.equal(303)
    expect((await Comment.findByPk(id))!.editedAt).to.be.instanceOf(Date)
    expect((await say(maya, { body: 'Late' }, `/${old}`)).status).to.equal(403)
    expect((await say(alice, { body: 'Hers' }, `/${id}`)).status).to.equal(403)
  })

  it('that is deleted leaves a gap while there are answers, and nothing of who wrote it', async () => {
    const { maya, alice, lesson, path, say } = await classroom()
    const { id } = await createComment({ lessonId: lesson.id, writerId: maya.id, body: 'Sorry, wrong lesson' })
    const answer = await createComment({ lessonId: lesson.id, writerId: alice.id, parentId: id })
    await createReport({ commentId: id })

    expect((await say(alice, {}, `/${id}/removal`)).status).to.equal(403)
    expect((await say(maya, {}, `/${id}/removal`)).status).to.equal(303)
    const page = html(await (await signedIn(alice)).visit(path))('.ledger').text()
    expect(page)
      .to.contain('deleted by who wrote it')
      .and.contain('Alice A.')
      .and.not.match(/wrong lesson|Maya/)
    expect(await Report.findOne()).to.include({ state: 'dismissed' })
    await say(alice, {}, `/${answer.id}/removal`)
    expect(await Comment.count({ where: { lessonId: lesson.id } })).to.equal(0)
  })

  it('stays as a former member’s or goes when its writer leaves, and what others answered stays (P24)', async () => {
    const { tomas, maya, alice, lesson, path } = await classroom()
    const { id } = await createComment({ lessonId: lesson.id, writerId: alice.id, body: 'I am Alice Ashby.' })
    await createComment({ lessonId: lesson.id, parentId: id, writerId: maya.id, body: 'Hello.' })
    const gone = await createComment({ lessonId: lesson.id, writerId: maya.id, body: 'Goodbye.' })
    await createComment({ lessonId: lesson.id, parentId: gone.id, writerId: tomas.id, body: 'See you.' })
    await leave(alice, 'anonymise')
    await leave(maya, 'delete')

    const page = html(await (await signedIn(tomas)).visit(path))('.ledger').text()
    expect(page)
      .to.contain('Former member')
      .and.contain('See you.')
      .and.not.match(/Alice|Ashby|Maya|Hello|Goodbye/)
  })
})

describe('GET /learn/:course/:lesson/comments', () => {
  it('pages threads and answers with the same few statements', async () => {
    const { maya, lesson, path } = await classroom()
    const heads = []
    for (let n = 0; n < 21; n++) heads.push(await createComment({ lessonId: lesson.id, createdAt: minutesAgo(99 - n) }))
    for (let n = 0; n < 12; n++) await createComment({ lessonId: lesson.id, parentId: heads[0]!.id })
    const browser = await signedIn(maya)

    const page = html(await browser.visit(path))
    expect(page('.ledger > li').length).to.equal(20)
    expect(page('.reply').length).to.equal(10)
    expect(html(await browser.visit(page('a:contains("All 12 answers")').attr('href')!))('.reply').length).to.equal(12)
    const more = page('#more-comments a').attr('href')!
    expect(html(await browser.visit(more))('.ledger > li').length).to.equal(1)
    expect(await statementsOf(() => browser.visit(path))).to.have.length(5)
    expect((await browser.submit(path, { body: 'Late' }, { from: path })).headers.location).to.match(
      /comments\/.+#comment/,
    )
  })
})
