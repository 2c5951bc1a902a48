import { expect } from 'chai'
import { Course, User } from '../../../src/models/index.ts'
import { createCourse, createLesson } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const mentor = (overrides = {}) => createUser({ role: 'mentor', ...overrides })
const beginning = { title: 'Fugen, die halten', topic: 'craft', level: 'beginner', summary: 'With six tools.' }
const details = { ...beginning, description: 'Short.', outcomes: '', price: '' }
const long = 'What happens in it. '.repeat(20)

describe('GET /teach', () => {
  it('shows a mentor their courses, and what each still needs, and nobody else’s', async () => {
    const tomas = await mentor()
    const draft = await createCourse({ authorId: tomas.id, status: 'draft', summary: '' })
    await createCourse({ authorId: tomas.id, title: 'Done', learnersCount: 12, ratingCount: 4, ratingSum: 18 })
    await createCourse({ title: 'Somebody else’s' })

    const text = html(await (await signedIn(tomas)).visit('/teach'))('main table').text()

    expect(text).to.contain(draft.title).and.contain('4 things').and.contain('12').and.contain('4.5')
    expect(text).not.to.contain('Somebody else’s')
  })

  it('is for mentors in good standing', async () => {
    const leaving = await mentor()
    await leaving.askForErasure(new Date(), 'delete')

    await (await signedIn(await createUser())).visit('/teach').expect(403)
    await (await signedIn(await mentor({ suspendedAt: new Date() }))).visit('/teach').expect(403)
    const away = await (await signedIn(leaving)).visit('/teach')
    expect(away.headers.location).to.equal('/settings/delete')
  })

  it('asks the database the same however many they are', async () => {
    const [few, many] = [await mentor(), await mentor()]
    await createCourse({ authorId: few.id })
    for (let n = 0; n < 12; n++) await createLesson({ courseId: (await createCourse({ authorId: many.id })).id })

    const asked = async (user: Awaited<ReturnType<typeof mentor>>) => {
      const browser = await signedIn(user)
      await browser.visit('/teach')
      return (await statementsOf(() => browser.visit('/teach'))).length
    }
    expect(await asked(many)).to.equal(await asked(few))
    expect(await asked(many)).to.be.at.most(3)
  })
})

describe('POST /teach', () => {
  it('begins a draft that is named after its title, once however often it is sent', async () => {
    const tomas = await signedIn(await mentor())
    await tomas.visit('/teach/new')
    const send = () => tomas.submit('/teach', beginning, { from: '/teach/new' })

    const [one, other] = await Promise.all([send(), send()])

    expect(one.headers.location).to.equal('/teach/fugen-die-halten/outline')
    expect(other.headers.location).to.equal(one.headers.location)
    expect(await Course.findOne()).to.include({ ...beginning, status: 'draft', priceMinor: 0 })
    expect(await Course.count()).to.equal(1)
  })

  it('finds another address where one is taken, is ours, or cannot be made of the title', async () => {
    await createCourse({ slug: 'fugen-die-halten' })
    const tomas = await signedIn(await mentor())

    for (const title of [beginning.title, 'New', '日本語']) {
      const { headers } = await tomas.submit('/teach', { ...beginning, title }, { from: '/teach/new' })
      expect(headers.location).to.match(/^\/teach\/(fugen-die-halten|new|course)-[0-9a-f]{6}\/outline$/)
    }
  })

  it('says what is wrong, and keeps what was typed', async () => {
    const tomas = await signedIn(await mentor())
    const answer = await tomas.submit('/teach', { summary: 'Kept', topic: 'crime' }, { from: '/teach/new' })

    expect(answer.status).to.equal(422)
    expect(html(answer)('.error-summary a')).to.have.lengthOf(3)
    expect(html(answer)('[name=summary]').val()).to.equal('Kept')
  })
})

describe('POST /teach/:course', () => {
  const authorOf = async ({ authorId, slug }: Course) => {
    const browser = await signedIn(await User.findByPk(authorId!, { rejectOnEmpty: true }))
    return (fields: object) => browser.submit(`/teach/${slug}`, fields, { from: `/teach/${slug}` })
  }

  it('says more of a draft, whose address follows its title', async () => {
    const course = await createCourse({ status: 'draft' })

    const { headers } = await (await authorOf(course))({
      ...details,
      outcomes: ' Cut a joint \r\n\r\nSharpen',
      price: '49',
    })

    expect(headers.location).to.equal('/teach/fugen-die-halten')
    expect(await course.reload()).to.include({ outcomes: 'Cut a joint\nSharpen', priceMinor: 4900 })
  })

  it('keeps the address of what is on sale, and asks for what it needs there', async () => {
    const course = await createCourse({ slug: 'joints' })

    const change = await authorOf(course)
    const refused = await change(details)
    expect(refused.status).to.equal(422)
    expect(html(refused)('.error-summary a')).to.have.lengthOf(3)

    const full = { ...details, description: long, outcomes: 'a\nb\nc', price: '0' }
    expect((await change(full)).headers.location).to.equal('/teach/joints')
    expect((await course.reload()).title).to.equal('Fugen, die halten')
  })

  it('takes a price as people write it, and says kindly what is none', async () => {
    const course = await createCourse({ status: 'draft', title: beginning.title, slug: 'fugen' })
    const change = await authorOf(course)
    for (const [price, minor] of Object.entries({ '49,50': 4950, '€12': 1200, '0.50': 50, '10000': 1_000_000 })) {
      await change({ ...details, price })
      expect((await course.reload()).priceMinor, price).to.equal(minor)
    }
    for (const price of ['free', '0.49', '10000.01', '-1', '49.999']) {
      expect(html(await change({ ...details, price }))('#price-error').text(), price).to.match(/\w+ \w+/)
    }
  })

  it('is not there for anybody else', async () => {
    const { slug } = await createCourse()
    const other = await signedIn(await mentor())

    await other.visit(`/teach/${slug}`).expect(404)
    expect((await other.submit(`/teach/${slug}`, details, { from: '/teach/new' })).status).to.equal(404)
    expect((await other.submit(`/teach/${slug}/removal`, {}, { from: '/teach/new' })).status).to.equal(404)
  })
})
