import { expect } from 'chai'
import { LessonProgress } from '../../../src/models/index.ts'
import { createCourse, createLesson, createSection } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment, createProgress } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

/** A course of three lessons: all of its learners began the first, `done` of them completed it and began the second. */
async function taken(learners: number, done = 0) {
  const tomas = await createUser({ role: 'mentor' })
  const course = await createCourse({ authorId: tomas.id })
  const section = await createSection({ courseId: course.id })
  const lessons = []
  for (const title of ['Saws', 'Chisels', 'Planes']) lessons.push(await createLesson({ sectionId: section.id, title }))
  await lessons[2]!.update({ archivedAt: new Date() })

  for (let n = 0; n < learners; n++) {
    const { id: learnerId } = await createUser({ name: `Learner ${n} Lind` })
    await createEnrolment({ courseId: course.id, learnerId, finishedAt: n < done ? new Date() : null })
    await createProgress({ learnerId, lessonId: lessons[0]!.id, completedAt: n < done ? new Date() : null })
    if (n < done) await createProgress({ learnerId, lessonId: lessons[1]!.id })
  }
  const path = `/teach/${course.slug}/learners`
  return { course, lessons, path, browser: await signedIn(tomas) }
}

const cells = ($: ReturnType<typeof html>, row: string) =>
  $(`tr:contains(${row}) td`)
    .get()
    .map((cell) => $(cell).text())

describe('GET /teach/:course/learners', () => {
  it('shows in numbers how far learners come, and nobody’s name or address (P09)', async () => {
    const { browser, path } = await taken(10, 6)
    const answer = await browser.visit(path).expect(200)
    const $ = html(answer)

    expect(
      $('.stat dd')
        .get()
        .map((number) => $(number).text()),
    ).to.deep.equal(['10', '6', 'at least 30 %'])
    expect(cells($, 'Saws')).to.deep.equal(['10', '6'])
    expect(cells($, 'Chisels')).to.deep.equal(['6', 'fewer than 5'])
    expect(
      $('rect')
        .get()
        .map((bar) => $(bar).attr('height')),
    ).to.deep.equal(['100', '60'])
    expect($('svg').attr('aria-label')).to.match(/\w+/)
    expect(answer.text).not.to.contain('Lind').and.not.contain('@example.com').and.not.contain('Planes')
  })

  it('says no number about fewer than five people (P09)', async () => {
    const { browser, path } = await taken(4, 4)
    const $ = html(await browser.visit(path))

    expect($('.stat dd').first().text()).to.equal('fewer than 5')
    expect($('main').text()).to.contain('too few to say')
    expect($('rect')).to.have.lengthOf(0)
    expect(cells($, 'Saws')).to.deep.equal(['fewer than 5', 'fewer than 5'])
  })

  it('does not let the whole tell a number that its parts keep back (P09)', async () => {
    const { lessons, browser, path } = await taken(10, 6)
    const main = async () => html(await browser.visit(path))('main').text()
    const before = await main()
    const few = await LessonProgress.findAll({ where: { lessonId: lessons[1]!.id }, limit: 4 })
    for (const progress of few) await progress.update({ completedAt: new Date(), completedHow: 'marked' })

    expect(await main()).to.equal(before)
  })

  it('counts only those who have a place, and is there for the author alone', async () => {
    const { course, lessons, browser, path } = await taken(5)
    const { learnerId } = await createEnrolment({ courseId: course.id, revokedAt: new Date() })
    await createProgress({ learnerId, lessonId: lessons[0]!.id })

    expect(cells(html(await browser.visit(path)), 'Saws')[0]).to.equal('5')
    await (await taken(0)).browser.visit(path).expect(404)
    expect((await statementsOf(() => browser.visit(path))).length).to.be.at.most(4)
  })
})
