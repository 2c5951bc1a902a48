import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { files } from '../../../src/gateways/files.ts'
import { LessonNote, LessonProgress, User } from '../../../src/models/index.ts'
import { createLessonFile } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { learner } from '../../support/learner.ts'
import { createEnrolment, createLessonNote } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, signedIn } from '../../support/visitor.ts'

const bunny = new URL(config.bunny.embedBase).origin

describe('GET /learn/:course/:lesson', () => {
  it('shows a lesson with its text, its place in the course and the way on, in a known number of statements', async () => {
    const { browser, text, film, paths } = await learner()
    await text.update({ transcript: 'Look at the end of the board.' })
    const page = html(await browser.visit(paths.text))
    const statements = await statementsOf(() => browser.visit(paths.text))

    expect(statements).to.have.lengthOf(7) // two of them for the discussion
    expect(page('h1').text()).to.equal('What wood wants')
    expect(page('.prose strong').text()).to.equal('moves')
    expect(page('details').text()).to.contain('the end of the board')
    expect(page('#_outline [aria-current]').text()).to.contain('What wood wants')
    expect(page('[rel=prev]').attr('href')).to.equal(`/learn/joints/${film.id}`)
    expect(page('[rel=next], #_player, script[src*="player"]').length).to.equal(0)
  })

  it('asks nothing of Bunny before somebody presses play (P12)', async () => {
    const { browser, paths } = await learner()
    const answer = await browser.visit(paths.film)
    const page = html(answer)

    expect(answer.text).not.to.contain(bunny)
    expect(page('#_player a').attr('href')).to.equal(`${paths.film}?play=1`)
    expect(answer.headers['content-security-policy']).to.contain(`frame-src ${bunny}`)
    expect((await browser.visit(paths.course)).headers['content-security-policy']).not.to.contain('frame-src')
  })

  it('then shows a player whose address is the same for everybody, and tells it nothing of them (P12)', async () => {
    const { browser, user, course, paths } = await learner()
    const bob = await createUser()
    await createEnrolment({ learnerId: bob.id, courseId: course.id })
    await LessonProgress.destroy({ where: { learnerId: user.id } })

    const frames = []
    for (const one of [browser, await signedIn(bob)]) {
      const frame = html(await one.visit(`${paths.film}?play=1`))('iframe')
      expect(frame.attr('referrerpolicy')).to.equal('strict-origin-when-cross-origin')
      expect(frame.attr('title')).to.equal('Video: Cutting to the line')
      frames.push(frame.attr('src'))
    }
    expect(frames[0])
      .to.equal(frames[1])
      .and.match(/\?token=\w+&expires=\d+&rememberPosition=false$/)

    const part = html(await browser.agent.get(`${paths.film}?play=1`).set(htmx))
    expect(part('#_player iframe').length).to.equal(1)
    expect(part('header').length).to.equal(0)
  })

  for (const [state, sentence] of [
    ['encoding', 'being prepared'],
    ['failed', 'could not be prepared'],
  ] as const) {
    it(`says so while a video is ${state}, and never asks for it`, async () => {
      const { browser, video, paths } = await learner()
      await video.update({ state, seconds: null })
      const answer = await browser.visit(`${paths.film}?play=1`)

      expect(html(answer)('#_player').text()).to.contain(sentence)
      expect(html(answer)('iframe, #beats').length).to.equal(0)
    })
  }

  it('gives its author the same without a note, a tick or a beat', async () => {
    const { course, paths } = await learner()
    const author = await signedIn((await User.findByPk(course.authorId!))!)
    const page = html(await author.visit(`${paths.film}?play=1`))

    expect(page('iframe').length).to.equal(1)
    expect(page('#_note, #_standing, #beats').length).to.equal(0)
    expect((await author.submit(`${paths.film}/completion`, { done: 'on' }, { from: '/learn' })).status).to.equal(403)
    expect(await LessonProgress.count()).to.equal(0)
  })

  it('is nowhere but in its own course', async () => {
    const { browser, user, text } = await learner()
    const other = await createEnrolment({ learnerId: user.id })
    const { course } = (await other.reload({ include: 'course' })) as { course?: { slug: string } }

    for (const path of [`/learn/${course!.slug}/${text.id}`, '/learn/joints/nothing', '/learn/joints/%00']) {
      expect((await browser.visit(path)).status, path).to.equal(404)
    }
  })
})

describe('POST /learn/:course/:lesson/note', () => {
  it('keeps one note that nobody else sees, changes it, and takes it away when it is emptied', async () => {
    const { browser, course, text, paths } = await learner()
    const write = (body: string) => browser.submit(`${paths.text}/note`, { body }, { from: '/learn' })
    await createLessonNote({ lessonId: text.id, body: 'Of Bob' })

    for (const words of ['Measure twice', 'Cut once'])
      expect((await write(words)).headers.location).to.equal(paths.text)
    expect(html(await browser.visit(paths.text))('#note-body').text()).to.contain('Cut once')
    const author = await signedIn((await User.findByPk(course.authorId!))!)
    expect((await author.visit(paths.text)).text).not.to.contain('Cut once')

    const long = await write('x'.repeat(20_001))
    expect(long.status).to.equal(422)
    expect(html(long)('.error-summary a').attr('href')).to.equal('#note-body')
    await write(' ')
    expect(await LessonNote.findAll().then((notes) => notes.map(({ body }) => body))).to.deep.equal(['Of Bob'])
  })
})

describe('GET /learn/:course/:lesson/files/:id', () => {
  it('hands out a file of this lesson, only to be saved, to those who take the course', async () => {
    const { browser, text, film, paths } = await learner()
    const file = await createLessonFile({ lessonId: text.id, storageKey: files.newKey() })
    await files.put(file.storageKey, Buffer.from('abc'))
    const link = html(await browser.visit(paths.text))('a[download]').attr('href')!

    const { headers } = await browser.visit(link)
    expect(headers['content-disposition']).to.equal('attachment; filename=drawing.pdf')
    expect(headers['content-security-policy']).to.contain('sandbox')
    expect((await browser.visit(link.replace(text.id, film.id))).status).to.equal(404)
    expect((await (await signedIn(await createUser())).visit(link)).status).to.equal(403)
  })
})
