import { expect } from 'chai'
import { CourseSection, Lesson } from '../../../src/models/index.ts'
import { outlineService } from '../../../src/services/teaching/outline-service.ts'
import { createCourse, createLesson, createSection, createVideo } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, signedIn } from '../../support/visitor.ts'

/** Two sections, "one" with the lessons a, b and c, "two" with d. */
async function outlined() {
  const tomas = await createUser({ role: 'mentor' })
  const course = await createCourse({ authorId: tomas.id })
  const sections = [await createSection({ courseId: course.id, title: 'one' })]
  sections.push(await createSection({ courseId: course.id, title: 'two' }))
  const lessons: Record<string, Lesson> = {}
  for (const title of 'abcd') {
    lessons[title] = await createLesson({ sectionId: sections[title === 'd' ? 1 : 0]!.id, title })
  }
  const browser = await signedIn(tomas)
  const page = `/teach/${course.slug}/outline`
  const post = (path: string, fields: object, options = {}) =>
    browser.submit(`/teach/${course.slug}${path}`, fields, { from: page, ...options })
  const move = (title: string, fields: object, options = {}) =>
    post(`/lessons/${lessons[title]!.id}/position`, fields, options)
  /** "one: abc, two: d" */
  const order = async () =>
    (await outlineService.of(course))
      .map(({ title, lessons }) => `${title}: ${lessons!.map((lesson) => lesson.title).join('')}`)
      .join(', ')
  return { course, sections, lessons, browser, page, post, move, order }
}

describe('/teach/:course/outline', () => {
  it('shows each section with its lessons, and what is to be done about them', async () => {
    const { lessons, sections, browser, page } = await outlined()
    await lessons.a!.update({ body: '' })
    await lessons.b!.update({ archivedAt: new Date() })
    await createVideo({ lessonId: lessons.c!.id, state: 'encoding', seconds: null })
    await lessons.c!.update({ kind: 'video' })

    const $ = html(await browser.visit(page).expect(200))

    const badges = $(`[data-section="${sections[0]!.id}"] .badge`).get()
    expect(badges.map((badge) => $(badge).text())).to.deep.equal(['Empty', 'Put away', 'Being prepared'])
    expect(
      $('button[aria-disabled]')
        .get()
        .map((button) => $(button).attr('id')!),
    ).to.have.members([
      `up-${sections[0]!.id}`,
      `up-${lessons.a!.id}`,
      `down-${lessons.d!.id}`,
      `down-${sections[1]!.id}`,
    ])
  })

  it('moves a lesson by a step, and over the edge of its section into the next', async () => {
    const { move, order } = await outlined()

    await move('c', { direction: 'up' })
    expect(await order()).to.equal('one: acb, two: d')
    await move('b', { direction: 'down' })
    expect(await order()).to.equal('one: ac, two: bd')
    await move('b', { direction: 'up' })
    await move('a', { direction: 'up' })
    expect(await order()).to.equal('one: acb, two: d')
  })

  it('moves a lesson to where it was dropped, and answers htmx with the outline alone', async () => {
    const { sections, move, order, browser } = await outlined()
    const [one, two] = sections.map(({ id }) => id)

    const { headers } = await move('a', { section: two, to: '0' }, { headers: htmx })
    expect(await order()).to.equal('one: bc, two: ad')
    const fragment = await browser.visit(headers.location!).set(htmx)
    expect(fragment.text)
      .to.match(/^\s*<div id="_outline"/)
      .and.not.contain('<h1')

    await move('d', { section: one, to: '99999' })
    await move('c', { to: '0' })
    expect(await order()).to.equal('one: cbd, two: a')
    await move('a', { section: one })
    expect(await order()).to.equal('one: cbda, two: ')
  })

  it('lets whoever moves something wait for whoever began before', async () => {
    const { sections, lessons, order } = await outlined()
    const [one, two] = sections.map(({ id }) => id)

    for (const section of [two, one, two]) {
      await Promise.all([...'abc'].map((title) => outlineService.moveLesson(lessons[title]!, { section, to: 0 })))
    }

    expect(await order()).to.match(/^one: , two: [abc]{3}d$/)
  })

  it('refuses what is no place, and a section of another course', async () => {
    const { move, order } = await outlined()
    const other = await createSection()

    for (const fields of [{ direction: 'left' }, { to: '-1' }, { section: 'two' }]) {
      expect((await move('a', fields)).status, JSON.stringify(fields)).to.equal(422)
    }
    expect((await move('a', { section: other.id })).status).to.equal(404)
    expect(await order()).to.equal('one: abc, two: d')
  })

  it('adds, renames, moves and deletes sections, but none with lessons in it', async () => {
    const { sections, post, order } = await outlined()
    const [one, two] = sections.map(({ id }) => `/sections/${id}`)

    await post('/sections', { title: 'three' })
    await post(`${two}/position`, { direction: 'up' })
    await post(one!, { title: 'last' })
    await post(`${one}/position`, { to: '9' })
    expect(await order()).to.equal('two: d, three: , last: abc')

    const three = await CourseSection.findOne({ where: { title: 'three' }, rejectOnEmpty: true })
    await post(`/sections/${three.id}/removal`, {})
    expect((await post(`${one}/removal`, {})).status).to.equal(409)
    expect((await post(one!, { title: ' ' })).status).to.equal(422)
    expect(await order()).to.equal('two: d, last: abc')
  })

  it('adds a lesson at the end of a section, and says what it still has to know', async () => {
    const { course, sections, post, order } = await outlined()

    const { headers } = await post('/lessons', { title: 'e', kind: 'video', section: sections[0]!.id })
    const lesson = await Lesson.findOne({ where: { title: 'e' }, rejectOnEmpty: true })
    expect(headers.location).to.equal(`/teach/${course.slug}/lessons/${lesson.id}`)
    expect(await order()).to.equal('one: abce, two: d')

    const refused = await post('/lessons', { title: 'Kept', kind: 'song', section: '' })
    expect(refused.status).to.equal(422)
    expect(html(refused)('#lesson-title').val()).to.equal('Kept')
  })

  it('asks the database the same however long it is', async () => {
    const { browser, page, sections } = await outlined()
    await browser.visit(page)
    const short = await statementsOf(() => browser.visit(page))
    for (let n = 0; n < 15; n++) await createLesson({ sectionId: sections[1]!.id })

    const long = await statementsOf(() => browser.visit(page))
    expect(long).to.have.length(short.length)
    expect(long.length).to.be.at.most(3)
  })
})
