import { expect } from 'chai'
import { Enrolment, LessonProgress, UsageEvent } from '../../../src/models/index.ts'
import { flushUsage } from '../../../src/services/usage/note-usage.ts'
import { createLesson } from '../../support/course-factories.ts'
import { type Learner, learner } from '../../support/learner.ts'
import { createProgress } from '../../support/learning-factories.ts'
import { html, htmx } from '../../support/visitor.ts'

const mark = ({ browser }: Learner, path: string, fields: object = { done: 'on' }) =>
  browser.submit(`${path}/completion`, fields, { from: '/learn' })

const watch = ({ browser, paths }: Learner, ranges: string) =>
  browser.submit(`${paths.film}/progress`, { position: 1, ranges }, { from: '/learn' })

const kept = ({ id: lessonId }: { id: string }) => LessonProgress.findOne({ where: { lessonId }, rejectOnEmpty: true })
const finish = async ({ enrolment }: Learner) => (await Enrolment.findByPk(enrolment.id))!.finishedAt

describe('POST /learn/:course/:lesson/completion', () => {
  it('ticks a lesson off, and takes the tick back, by buttons that need no script', async () => {
    const alice = await learner()
    const { browser, paths } = alice

    const marked = await mark(alice, paths.text)
    const page = html(await browser.visit(paths.text))
    expect(marked.headers.location).to.equal(paths.text)
    expect(page('#_standing').text()).to.contain('You marked it').and.contain('when you mark it')
    expect(page('#_outline').text()).to.contain('1 of 2')
    expect(page('#_standing button').text()).to.equal('Mark as not complete')

    await mark(alice, paths.text, {})
    expect(html(await browser.visit(paths.text))('#_outline').text()).to.contain('0 of 2')
    expect((await mark(alice, paths.text, { done: 'maybe' })).status).to.equal(422)
  })

  it('gives htmx the tick and the outline, so that a video plays on', async () => {
    const alice = await learner()
    await mark(alice, alice.paths.film)
    const part = html(await alice.browser.agent.get(alice.paths.film).set(htmx))

    expect(part('#_standing').text()).to.contain('You marked it')
    expect(part('hx-partial[hx-target="#_outline"]').length).to.equal(1)
    expect(part('#_player').length).to.equal(0)
  })

  it('comes by itself with nine tenths of the seconds, and then stays', async () => {
    const alice = await learner()
    await watch(alice, '0-53')
    expect((await kept(alice.film)).completedAt).to.equal(null)
    await watch(alice, '53-54')
    expect(await kept(alice.film)).to.include({ completedHow: 'watched' })

    await mark(alice, alice.paths.film, {})
    expect((await kept(alice.film)).completedAt).to.be.instanceOf(Date)
    const page = html(await alice.browser.visit(alice.paths.film))
    expect(page('#_standing').text()).to.contain('nine tenths').and.contain('You watched it')
    expect(page('#_standing form').length).to.equal(0)
  })

  it('is counted once as begun and once as finished, for who may be counted', async () => {
    const alice = await learner()
    alice.browser.agent.set('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0')
    await watch(alice, '0-10')
    for (let n = 0; n < 2; n++) await watch(alice, '10-60')
    for (let n = 0; n < 2; n++) await mark(alice, alice.paths.text)
    await flushUsage()

    const events = await UsageEvent.findAll({ where: { lessonId: [alice.film.id, alice.text.id] }, order: ['id'] })
    const finished = 'lesson finished'
    expect(events.map(({ what }) => what)).to.deep.equal(['lesson started', finished, finished])
  })

  it('keeps the day of a mark when the rest is watched later', async () => {
    const alice = await learner()
    const day = new Date('2026-11-01')
    await createProgress({ learnerId: alice.user.id, lessonId: alice.film.id, completedAt: day })
    await watch(alice, '0-60')

    expect(await kept(alice.film)).to.include({ completedHow: 'watched' })
    expect((await kept(alice.film)).completedAt).to.deep.equal(day)
  })
})

describe('A course', () => {
  it('is finished with its last lesson, once and for good, whatever its author adds', async () => {
    const alice = await learner()
    await mark(alice, alice.paths.text)
    expect(await finish(alice)).to.equal(null)
    await watch(alice, '0-60')
    const finished = await finish(alice)
    expect(finished).to.be.instanceOf(Date)

    const added = await createLesson({ sectionId: alice.section.id })
    await mark(alice, alice.paths.text, {})
    await mark(alice, `${alice.paths.course}/${added.id}`)
    await mark(alice, alice.paths.text)
    expect(await finish(alice)).to.deep.equal(finished)
  })

  it('is finished too when its last two lessons become complete at the same moment', async () => {
    const alice = await learner()
    await alice.browser.visit('/learn')
    const answers = await Promise.all([mark(alice, alice.paths.text), watch(alice, '0-60')])

    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303])
    expect(await finish(alice)).to.be.instanceOf(Date)
  })

  it('does not wait for a lesson that was taken out', async () => {
    const alice = await learner()
    await alice.text.update({ archivedAt: new Date() })
    await mark(alice, alice.paths.film)

    expect(await finish(alice)).to.be.instanceOf(Date)
    expect((await alice.browser.visit(alice.paths.text)).status).to.equal(404)
    expect(html(await alice.browser.visit('/learn'))('[aria-labelledby="finished"]').text()).to.contain('100 %')
  })
})
