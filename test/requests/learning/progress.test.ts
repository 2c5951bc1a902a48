import { expect } from 'chai'
import { Enrolment, LessonProgress, User } from '../../../src/models/index.ts'
import { type Learner, learner } from '../../support/learner.ts'
import { createEnrolment, createProgress } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

type Fields = { position: number | string; ranges: string; at?: number }

const beat = ({ browser, paths }: Learner, fields: Fields) =>
  browser.submit(`${paths.film}/progress`, fields, { from: '/learn' })

const kept = ({ user, film }: Learner) =>
  LessonProgress.findOne({ where: { learnerId: user.id, lessonId: film.id }, rejectOnEmpty: true })

describe('POST /learn/:course/:lesson/progress', () => {
  it('adds up what was seen, and goes on where the latest beat was, in one statement', async () => {
    const alice = await learner()
    const [first] = [await beat(alice, { position: 15, ranges: '0-15' })]
    const token = String(html(await alice.browser.visit(alice.paths.film))('[name=_csrf]').val())

    const statements = await statementsOf(() =>
      alice.browser.agent
        .post(`${alice.paths.film}/progress`)
        .type('form')
        .send({ _csrf: token, position: 42, ranges: '10-20,30-42' }),
    )
    const page = html(await alice.browser.visit(alice.paths.film))

    expect(first.status).to.equal(303)
    expect(statements).to.have.lengthOf(2) // the session, and the beat
    expect(await kept(alice)).to.include({ position: 42, watched: '{[0,20),[30,42)}', completedAt: null })
    expect(page('#beats').data()).to.include({ position: 42, seen: 32, seconds: 60 })
    expect(page('#_standing').text()).to.contain('32 s of 1 min')
  })

  it('takes beats that come late, twice and in any order: they add ranges, and none sets the position back', async () => {
    const alice = await learner()
    const now = Date.now()
    const beats = [
      { position: 50, ranges: '40-50', at: now - 1000 },
      { position: 15, ranges: '0-15', at: now - 31_000 },
      { position: 50, ranges: '40-50', at: now - 1000 },
      { position: 30, ranges: '15-30', at: now - 16_000 },
    ]
    for (const one of beats) await beat(alice, one)

    expect(await kept(alice)).to.include({ position: 50, watched: '{[0,30),[40,50)}' })
  })

  it('takes beats of two devices at once, each of which counts', async () => {
    const alice = await learner()
    const other = { ...alice, browser: await signedIn(alice.user) }
    for (const { browser } of [alice, other]) await browser.visit('/learn')
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((n) =>
        beat(n % 2 ? alice : other, { position: n * 5, ranges: `${n * 5}-${n * 5 + 5}`, at: Date.now() - 1000 + n }),
      ),
    )

    expect(await kept(alice)).to.include({ position: 25, watched: '{[0,30)}' })
    expect(await LessonProgress.count()).to.equal(1)
  })

  it('lets no clock run ahead of ours, and nothing lie behind the end', async () => {
    const alice = await learner()
    await beat(alice, { position: 9_999_999, ranges: '55-9999999', at: 99_999_999_999_999 })
    await beat(alice, { position: 3, ranges: '' })

    expect(await kept(alice)).to.include({ position: 3, watched: '{[55,60)}' })
    expect((await kept(alice)).beatAt.getTime()).to.be.at.most(Date.now())
  })

  it('answers 422 to what no player reports, and keeps nothing of it', async () => {
    const alice = await learner()
    for (const [position, ranges] of [
      ['-1', '0-15'],
      ['1.5', '0-15'],
      ['', '0-15'],
      ['1'.repeat(12), ''],
      ['1', '15-0'],
      ['1', '0-15,'],
      ['1', '{[0,15)}'],
      ['1', 'on'],
      ['1', Array(400).fill('0-1').join(',')],
    ] as const) {
      const answer = await beat(alice, { position, ranges })
      expect(answer.status, `${position} ${ranges}`).to.equal(422)
      expect(html(answer)('.error-summary').text()).to.contain('no report of a player')
    }
    expect(await LessonProgress.count()).to.equal(0)
  })

  it('says when it was too often, and takes the next all the same a minute later', async () => {
    const alice = await learner()
    const send = () => beat(alice, { position: 1, ranges: '0-1' })
    for (let n = 0; n < 60; n++) await send()

    const refused = await send()

    expect(refused.status).to.equal(429)
    expect(Number(refused.headers['retry-after'])).to.be.within(1, 60)
    expect(await kept(alice)).to.include({ position: 1 })
  }).timeout(20_000)

  it('writes nothing for the author, for strangers, and for a lesson without a video', async () => {
    const alice = await learner()
    const author = await signedIn((await User.findByPk(alice.course.authorId!))!)
    const from = '/learn'
    await createEnrolment({ learnerId: alice.course.authorId!, courseId: alice.course.id })
    const asAuthor = await author.submit(`${alice.paths.film}/progress`, { position: 1, ranges: '0-1' }, { from })
    const text = await alice.browser.submit(`${alice.paths.text}/progress`, { position: 1, ranges: '0-1' }, { from })
    await alice.enrolment.update({ revokedAt: new Date() })
    const revoked = await beat(alice, { position: 1, ranges: '0-1' })

    expect([asAuthor.status, text.status, revoked.status]).to.deep.equal([403, 303, 403])
    expect(await LessonProgress.count()).to.equal(0)
  })

  it('goes on after a refund where it was, for who takes the course again', async () => {
    const alice = await learner()
    await beat(alice, { position: 20, ranges: '0-20' })
    await createProgress({ learnerId: alice.user.id, lessonId: alice.text.id, completedAt: new Date() })
    await alice.enrolment.update({ revokedAt: new Date() })
    await createEnrolment({ learnerId: alice.user.id, courseId: alice.course.id })

    await beat(alice, { position: 60, ranges: '20-60' })

    expect(await kept(alice)).to.include({ watched: '{[0,60)}', completedHow: 'watched' })
    expect(await Enrolment.count({ where: { finishedAt: null, revokedAt: null } })).to.equal(0)
  })
})
