import { expect } from 'chai'
import { Course, Enrolment } from '../../../src/models/index.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment } from '../../support/learning-factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const from = '/courses/joints'
const to = `${from}/enrolment`

describe('POST /courses/:slug/enrolment', () => {
  it('gives a member a place in a free course, and leads to where it is taken', async () => {
    const [course, maya] = [await createCourse({ slug: 'joints' }), await createUser()]
    const browser = await signedIn(maya)

    const form = html(await browser.visit(from))(`form[action="${to}"]`)
    const response = await browser.submit(to, {}, { from })

    expect(form.text()).to.contain('Take this course')
    expect(response.status).to.equal(303)
    expect(response.headers.location).to.equal('/learn/joints')
    expect(await Enrolment.findOne()).to.include({ learnerId: maya.id, courseId: course.id, source: 'free' })
    const $ = html(await browser.visit(from))
    expect($('#offer a').attr('href')).to.equal('/learn/joints')
    expect($('#offer form')).to.have.lengthOf(0)
    expect($('aside').text()).to.match(/Learners\s*1/)
  })

  it('makes one place of two clicks at once, and of one that comes later', async () => {
    await createCourse({ slug: 'joints' })
    const browser = await signedIn(await createUser())
    await browser.visit(from)

    const answers = await Promise.all([1, 2, 3].map(() => browser.submit(to, {}, { from })))
    answers.push(await browser.submit(to, {}, { from: '/settings/profile' }))

    expect(answers.map(({ headers }) => headers.location)).to.deep.equal(Array(4).fill('/learn/joints'))
    expect(await Enrolment.count()).to.equal(1)
  })

  it('comes back to who gave it back before', async () => {
    const [course, maya] = [await createCourse({ slug: 'joints' }), await createUser()]
    await createEnrolment({ courseId: course.id, learnerId: maya.id, revokedAt: new Date() })

    expect((await (await signedIn(maya)).submit(to, {}, { from })).headers.location).to.equal('/learn/joints')
    expect(await Enrolment.count({ where: { revokedAt: null } })).to.equal(1)
  })

  it('refuses kindly its own author, a price, and what is no longer offered or not yet', async () => {
    const author = await createUser({ role: 'mentor' })
    const course = await createCourse({ slug: 'joints', authorId: author.id })
    const maya = await signedIn(await createUser())
    const page = { from: '/settings/profile' }

    expect((await (await signedIn(author)).submit(to, {}, page)).status).to.equal(403)
    await course.update({ priceMinor: 4900 })
    expect((await maya.submit(to, {}, page)).status).to.equal(409)
    await course.update({ priceMinor: 0, status: 'closed', closedAt: new Date() })
    const refusal = await maya.submit(to, {}, page)
    expect(refusal.status).to.equal(410)
    expect(html(refusal)('h1').text()).to.equal('This course takes nobody new.')
    await author.update({ suspendedAt: new Date() })
    await Course.update({ status: 'published', closedAt: null }, { where: {} })
    expect((await maya.submit(to, {}, page)).status).to.equal(410)
    await Course.update({ status: 'draft', publishedAt: null }, { where: {} })
    expect((await maya.submit(to, {}, page)).status).to.equal(404)
    expect(await Enrolment.count()).to.equal(0)
  })

  it('is for members: a visitor is shown the door instead of a form', async () => {
    await createCourse({ slug: 'joints' })
    const $ = html(await visitor().visit(from))

    expect($('main form')).to.have.lengthOf(0)
    expect($('#offer a').first().attr('href')).to.equal('/login?next=/courses/joints')
    expect(
      (await (await signedIn(await createUser({ suspendedAt: new Date() }))).submit(to, {}, { from: '/support/new' }))
        .status,
    ).to.equal(403)
  })
})
