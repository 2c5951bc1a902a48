import { expect } from 'chai'
import { Course, User } from '../../../src/models/index.ts'
import { createCourse, createLesson, createSection } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { learner } from '../../support/learner.ts'
import { createEnrolment, createProgress } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /learn', () => {
  it('sends who has no course yet to where they are', async () => {
    const browser = await signedIn(await createUser())
    const page = html(await browser.visit('/learn'))

    expect(page('main a[href="/courses"]').length).to.equal(1)
    expect(page('nav.primary [aria-current]').text()).to.equal('Learn')
  })

  it('shows courses under way with the lesson to go on with, and finished ones apart, in two statements', async () => {
    const { user, browser, film, text } = await learner()
    await createProgress({ learnerId: user.id, lessonId: film.id, completedAt: new Date() })
    const old = await createCourse({ title: 'Sharp in an hour', authorId: await mentor('Ana Ruiz') })
    await createEnrolment({ learnerId: user.id, courseId: old.id, finishedAt: new Date('2026-11-01') })
    await createEnrolment({ learnerId: user.id, revokedAt: new Date() })
    await createEnrolment()

    const page = html(await browser.visit('/learn'))
    const statements = await statementsOf(() => browser.visit('/learn'))

    expect(statements).to.have.lengthOf(2)
    expect(page('[aria-labelledby="under-way"] li').length).to.equal(1)
    expect(page('[aria-labelledby="under-way"]').text()).to.contain('1 of 2 lessons, 50 %')
    expect(page(`a[href="/learn/joints/${text.id}"]`).text()).to.contain('What wood wants')
    expect(page('[aria-labelledby="finished"]').text()).to.contain('Sharp in an hour').and.contain('Ana Ruiz')
    expect(page('[aria-labelledby="finished"]').text()).to.contain('1 November 2026')
  })

  it('goes on, page by page, behind the last', async () => {
    const { user, browser } = await learner()
    for (let n = 0; n < 25; n++) await createEnrolment({ learnerId: user.id, createdAt: new Date(Date.now() + n) })

    const first = html(await browser.visit('/learn'))
    const second = html(await browser.visit(first('.pagination a').attr('href')!))

    expect(first('.ledger li').length).to.equal(24)
    expect(second('.ledger li').length).to.equal(2)
    expect(second('main').text()).to.contain('Joints that hold')
    expect((await browser.visit('/learn?before=nothing')).status).to.equal(200)
  })
})

describe('GET /learn/:course', () => {
  it('lists the lessons with ticks, and leads to the one watched last, in three statements', async () => {
    const { user, browser, section, film, text, paths } = await learner()
    const later = await createLesson({ sectionId: section.id })
    await createLesson({ sectionId: section.id, title: 'Out of date', archivedAt: new Date() })
    await createProgress({ learnerId: user.id, lessonId: film.id, completedAt: new Date(), beatAt: new Date(1) })
    await createProgress({ learnerId: user.id, lessonId: later.id, beatAt: new Date(2) })

    const page = html(await browser.visit(paths.course))
    const statements = await statementsOf(() => browser.visit(paths.course))

    expect(statements).to.have.lengthOf(3)
    expect(page('h2').text()).to.contain('The saw')
    expect(page('.outline li').length).to.equal(3)
    expect(page('.outline li.done').text()).to.contain('Cutting to the line').and.contain('1 min')
    expect(page('aside progress').text()).to.equal('33 %')
    expect(page('aside a.button').attr('href')).to.equal(`/learn/joints/${later.id}`)
    expect(page('main').text()).to.not.contain('Out of date')
    expect(text.position).to.be.below(later.position)
  })

  it('goes round to what was left out, once all behind it is done', async () => {
    const { user, browser, film, text, paths } = await learner()
    await createProgress({ learnerId: user.id, lessonId: text.id, completedAt: new Date() })

    const page = html(await browser.visit(paths.course))
    const shelf = html(await browser.visit('/learn'))

    for (const links of [page, shelf]) expect(links(`main a[href$="${film.id}"]`).length).to.be.above(0)
    expect(page('aside a.button').attr('href')).to.contain(film.id)
  })

  it('stays open to whoever has it when the course takes nobody new, or was unpublished', async () => {
    const { browser, course, paths } = await learner()

    await course.update({ status: 'closed', closedAt: new Date() })
    expect(html(await browser.visit(paths.course))('main').text()).to.contain('Whoever has it keeps it')
    await course.update({ status: 'draft', publishedAt: null, closedAt: null })
    expect((await browser.visit(paths.course)).status).to.equal(200)
    expect((await browser.visit('/learn')).text).to.contain('Joints that hold')
  })

  it('is shut to everybody else, with the way to the course where it can be taken', async () => {
    const { enrolment, course, browser, paths } = await learner()
    const bob = await signedIn(await createUser())
    await enrolment.update({ revokedAt: new Date() })

    for (const outsider of [bob, browser]) {
      const answer = await outsider.visit(paths.film)
      expect(answer.status).to.equal(403)
      expect(html(answer)('a[href="/courses/joints"]').length).to.equal(1)
    }
    await Course.update({ status: 'draft', publishedAt: null }, { where: { id: course.id } })
    expect((await bob.visit(paths.course)).status).to.equal(404)
    expect((await bob.visit('/learn/nothing')).status).to.equal(404)
    expect((await visitor().visit(paths.course)).headers.location).to.match(/^\/login/)
  })

  it('shows its author what learners see, without a place of their own', async () => {
    const { course, paths } = await learner()
    await createSection({ courseId: course.id })
    const author = await signedIn((await User.findByPk(course.authorId!))!)

    const page = html(await author.visit(paths.course))

    expect(page('main').text()).to.contain('as your learners do')
    expect(page('main progress').length).to.equal(0)
  })
})

async function mentor(name: string) {
  return (await createUser({ name, role: 'mentor' })).id
}
