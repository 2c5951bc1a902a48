import { expect } from 'chai'
import { Certificate, Enrolment } from '../../../src/models/index.ts'
import { type Learner, learner } from '../../support/learner.ts'
import { createEnrolment, createProgress } from '../../support/learning-factories.ts'
import { raw } from '../../support/uploads.ts'
import { html, visitor } from '../../support/visitor.ts'

const PAGE = '/learn/joints/finished'

async function finished(name = 'Alice Ashby') {
  const alice = await learner()
  await alice.user.update({ name })
  await alice.enrolment.update({ finishedAt: new Date('2026-11-20') })
  return alice
}

const make = ({ browser }: Learner, fields: object = {}) =>
  browser.submit('/learn/joints/certificate', fields, { from: '/learn' })

const shown = async () => {
  const { code } = await Certificate.findOne({ rejectOnEmpty: true })
  return visitor().visit(`/certificates/${code}`)
}

describe('GET /learn/:course/finished', () => {
  it('congratulates, and leads to a review and a certificate', async () => {
    const { browser } = await finished()
    const page = html(await browser.visit(PAGE))

    expect(page('main').text()).to.contain('You finished').and.contain('20 November 2026')
    expect(page('a[href="/courses/joints#review"]').length).to.equal(1)
    expect(page('form[action$="/certificate"] [name=name]').attr('checked')).to.equal(undefined)
  })

  it('is not there before every lesson is complete', async () => {
    const alice = await learner()
    const answer = await alice.browser.visit(PAGE)

    expect(answer.status).to.equal(403)
    expect(html(answer)('main a.button').attr('href')).to.equal('/learn/joints')
    expect((await make(alice)).status).to.equal(403)
    expect(await Certificate.count()).to.equal(0)
  })

  it('is there for who takes the course again, and had completed it before the refund', async () => {
    const { browser, user, course, enrolment, film, text } = await learner()
    for (const { id } of [film, text]) {
      await createProgress({ learnerId: user.id, lessonId: id, completedAt: new Date() })
    }
    await enrolment.update({ revokedAt: new Date() })
    const { id } = await createEnrolment({ learnerId: user.id, courseId: course.id })

    expect((await browser.visit(PAGE)).status).to.equal(200)
    expect((await Enrolment.findByPk(id))!.finishedAt).to.be.instanceOf(Date)
  })
})

describe('A certificate', () => {
  it('shows anybody the course and the day, and no name unless its learner says so, at once', async () => {
    const alice = await finished()
    await make(alice)
    const answer = await shown()
    expect(html(answer)('main').text()).to.contain('Joints that hold').and.contain('Issued on').and.not.contain('Alice')
    expect(answer.headers['x-robots-tag']).to.contain('noindex')
    expect(answer.headers).not.to.have.property('set-cookie')

    await make(alice, { name: 'on' })
    expect(html(await shown())('main').text()).to.contain('Alice Ashby')
    await make(alice)
    expect((await shown()).text).not.to.contain('Alice')
    expect((await make(alice, { name: 'yes' })).status).to.equal(422)
  })

  it('has an address that nobody guesses, and keeps it', async () => {
    const alice = await finished()
    await make(alice)
    const [first] = await Certificate.findAll()
    await make(alice, { name: 'on' })

    expect(first!.code).to.match(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    expect((await Certificate.findAll()).map(({ code }) => code)).to.deep.equal([first!.code])
    for (const code of ['nothing', '%00', first!.code.toLowerCase()]) {
      expect((await visitor().visit(`/certificates/${code}`)).status).to.equal(404)
    }
  })

  it('is not valid any more once the course was given back', async () => {
    const alice = await finished()
    await make(alice, { name: 'on' })
    await alice.enrolment.update({ revokedAt: new Date() })

    expect(html(await shown())('main').text())
      .to.contain('not valid any more')
      .and.not.contain('Alice')
    expect((await alice.browser.visit('/learn/joints/certificate.pdf')).status).to.equal(403)
  })

  for (const name of ['Tomáš Řehák', 'Nguyễn Thị Ánh', 'Юлия', '山田']) {
    it(`is a PDF that carries its font and says what it is, also for ${name}`, async () => {
      const alice = await finished(name)
      await alice.course.update({ title: 'Joints that hold '.repeat(7).trim() })
      expect((await alice.browser.visit('/learn/joints/certificate.pdf')).status).to.equal(404)
      await make(alice, { name: 'on' })

      const { headers, body } = await alice.browser.agent.get('/learn/joints/certificate.pdf').buffer().parse(raw)
      const pdf = body.toString('latin1')
      expect(headers['content-type']).to.equal('application/pdf')
      expect(headers['content-disposition']).to.contain('certificate-joints.pdf')
      expect(headers['cache-control']).to.equal('no-store')
      for (const part of ['%PDF-1.7', '/FontFile', 'Newsreader', '/StructTreeRoot', '/Lang (en-GB)', '%%EOF']) {
        expect(pdf).to.contain(part)
      }
      expect(pdf.match(/\/Type \/Page\b/g)).to.have.lengthOf(1)
      expect(pdf).to.match(/\/URI \(http[^)]+\/certificates\/\w{20}\)/)
    })
  }
})
