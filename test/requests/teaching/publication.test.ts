import { expect } from 'chai'
import { Course } from '../../../src/models/index.ts'
import { createCourse, createLesson, createSection, createVideo } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment } from '../../support/learning-factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const whole = { description: 'What happens in it. '.repeat(20), outcomes: 'a\nb\nc' }

async function draftOf(overrides = {}) {
  const tomas = await createUser({ role: 'mentor' })
  const course = await createCourse({ authorId: tomas.id, status: 'draft', ...whole, ...overrides })
  const browser = await signedIn(tomas)
  const path = `/teach/${course.slug}/publication`
  return { tomas, course, browser, path, post: (fields = {}) => browser.submit(path, fields, { from: path }) }
}

describe('/teach/:course/publication', () => {
  it('says what is missing, with a way to each, and publishes nothing until it is there', async () => {
    const { tomas, course, browser, path, post } = await draftOf({ summary: '', description: 'Short.', outcomes: '' })
    await tomas.update({ emailVerifiedAt: null })
    const missing = (page: ReturnType<typeof html>) =>
      page('.ledger a')
        .get()
        .map((link) => page(link).attr('href'))

    expect(missing(html(await browser.visit(path)))).to.deep.equal([
      ...['summary', 'description', 'outcomes'].map((field) => `/teach/${course.slug}#${field}`),
      `/teach/${course.slug}/outline`,
      '/settings/account',
    ])
    const refused = await post({ free: 'on' })
    expect(refused.status).to.equal(422)
    expect(html(refused)('.error-summary').text()).to.contain('a lesson')
    expect((await course.reload()).status).to.equal('draft')
  })

  it('wants something in each lesson that is not put away, and every video ready', async () => {
    const { course, post } = await draftOf({ priceMinor: 4900 })
    const section = await createSection({ courseId: course.id })
    const lesson = { sectionId: section.id }
    const video = await createVideo({
      lessonId: (await createLesson({ ...lesson, kind: 'video' })).id,
      state: 'encoding',
    })
    const text = await createLesson({ ...lesson, body: '' })
    await createLesson({ ...lesson, kind: 'file', archivedAt: new Date() })

    expect((await post()).status).to.equal(422)
    await video.update({ state: 'ready' })
    expect((await post()).status).to.equal(422)
    await text.update({ body: 'Read this.' })
    expect((await post()).status).to.equal(303)
    expect((await course.reload()).status).to.equal('published')
  })

  it('gives nothing away by oversight', async () => {
    const { course, post } = await draftOf()
    await createLesson({ courseId: course.id })

    const refused = await post()
    expect(html(refused)('.error-summary a').attr('href')).to.equal('#free')
    expect((await post({ free: 'on' })).status).to.equal(303)
    expect((await course.reload()).publishedAt).to.be.a('date')
  })

  it('takes a course off sale and opens it again; who took it keeps it, and it began when it began', async () => {
    const began = new Date('2026-10-01')
    const { course, browser, path } = await draftOf({ status: 'published', publishedAt: began, priceMinor: 4900 })
    await createLesson({ courseId: course.id })
    const enrolment = await createEnrolment({ courseId: course.id })

    await browser.submit(`/teach/${course.slug}/closing`, {}, { from: path })
    expect(await course.reload()).to.include({ status: 'closed' })
    expect(await enrolment.reload()).to.include({ revokedAt: null })

    expect((await browser.submit(`/teach/${course.slug}/reopening`, {}, { from: path })).status).to.equal(303)
    expect(await course.reload()).to.include({ status: 'published', closedAt: null })
    expect(course.publishedAt).to.deep.equal(began)
  })
})

describe('POST /teach/:course/removal', () => {
  it('deletes a draft, and nothing that was ever offered', async () => {
    const tomas = await createUser({ role: 'mentor' })
    const draft = await createLesson({ courseId: (await createCourse({ authorId: tomas.id, status: 'draft' })).id })
    const closed = await createCourse({ authorId: tomas.id, status: 'closed' })
    const browser = await signedIn(tomas)
    const { slug } = (await Course.findByPk(draft.courseId))!

    await browser.submit(`/teach/${slug}/removal`, {}, { from: `/teach/${slug}/removal` })
    const refused = await browser.submit(`/teach/${closed.slug}/removal`, {}, { from: '/teach/new' })

    expect(refused.status).to.equal(409)
    expect((await Course.findAll()).map(({ id }) => id)).to.deep.equal([closed.id])
  })
})
