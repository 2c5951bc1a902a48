import { globSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { v4 } from 'uuid'
import { nameOf } from '../../src/lib/find.ts'
import { PromiseCheck } from '../../src/models/index.ts'
import { forgetStandings } from '../../src/services/privacy/promises/promise-standing.ts'
import { createCourse } from '../support/course-factories.ts'
import { createUser } from '../support/factories.ts'
import { statementsOf } from '../support/queries.ts'
import { html, signedIn, visitor } from '../support/visitor.ts'

describe('GET /', () => {
  beforeEach(forgetStandings)

  it('says what Trellis is and shows the forty-two promises, without a cookie', async () => {
    const answer = await visitor().visit('/').expect(200)
    const $ = html(answer)

    expect($('h1').text()).to.equal('Learn from people who do the work.')
    expect($('.trellis a')).to.have.lengthOf(42)
    expect($('.trellis a').first().attr('href')).to.equal('/privacy#p01')
    expect(answer.headers).not.to.have.property('set-cookie')
  })

  it('shows six courses that most people take, in two statements', async () => {
    const { authorId } = await createCourse({ title: 'The most taken', learnersCount: 9 })
    for (let n = 0; n < 6; n++) await createCourse({ authorId })
    const $ = html(await visitor().visit('/'))

    expect($('.card')).to.have.lengthOf(6)
    expect($('.card h3').first().text()).to.equal('The most taken')
    expect(await statementsOf(() => visitor().visit('/'))).to.have.lengthOf(1)
  })

  it('ties no green knot before a check has run (P35)', async () => {
    const $ = html(await visitor().visit('/').expect(200))

    expect($('.trellis a.kept')).to.have.lengthOf(0)
    expect($('.trellis a.unchecked, .trellis a.unbuilt')).to.have.lengthOf(42)
  })

  it('ties each knot as its newest check found it, and the rest as not built (P35)', async () => {
    await PromiseCheck.bulkCreate([
      { promise: 'P01', state: 'kept', figure: '9 columns', checkedAt: new Date('2026-11-21T03:10:00Z') },
      { promise: 'P01', state: 'broken', figure: '1 column missing', checkedAt: new Date('2026-11-22T03:10:00Z') },
      { promise: 'P33', state: 'kept', figure: 'cost 12', checkedAt: new Date('2026-11-22T03:10:00Z') },
    ])
    const $ = html(await visitor().visit('/').expect(200))

    expect($('.trellis a.broken').text().trim()).to.match(/^P01, broken/)
    expect($('.trellis a.kept').attr('href')).to.equal('/privacy#p33')
    expect($('.trellis a[href="/privacy#p36"]').attr('class')).to.equal('unbuilt')
  })
})

describe('GET /style', () => {
  it('shows every component in demo mode', async () => {
    const $ = html(await visitor().visit('/style').expect(200))

    expect($('.error-summary a').first().attr('href')).to.equal('#email')
    expect($('#email').attr('aria-describedby')).to.equal('email-error')
    expect($('title').text()).to.equal('Error: Every component · Trellis')
    expect(
      $('#people .person a')
        .get()
        .map((link) => $(link).text()),
    ).to.deep.equal(['Tomáš Řehák'])
  })
})

describe('The foot of a page', () => {
  it('asks nobody to become a mentor who is one, nor our staff', async () => {
    const asked = async (role: 'mentee' | 'mentor' | 'support') =>
      html(await (await signedIn(await createUser({ role }))).visit('/help'))('.site-footer')
        .text()
        .includes('Become a mentor')
    expect([await asked('mentee'), await asked('mentor'), await asked('support')]).to.deep.equal([true, false, false])
  })
})

describe('A page that is not there', () => {
  it('says so kindly, and does not need to know who asks', async () => {
    const $ = html(await visitor().visit('/nowhere').expect(404))

    expect($('h1').text()).to.equal('We could not find this page.')
    expect($('.lattice.loose')).to.have.lengthOf(1)
  })

  it('is named in people’s words, whatever we call it ourselves', async () => {
    const maya = await signedIn(await createUser())
    const $ = html(await maya.visit(`/sessions/${v4()}`).expect(404))
    expect($('h1').text()).to.equal('We could not find this session.')

    const sources = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const asked = sources.flatMap((text) =>
      [...text.matchAll(/\bfind\((\w*[a-z][A-Z]\w*),/g)].map(([, model]) => model!),
    )
    const ours = asked.filter((model) => nameOf({ name: model }) === model.toLowerCase())
    expect(asked).to.include('SessionType')
    expect(ours, 'without a word of people’s').to.deep.equal([])
  })
})
