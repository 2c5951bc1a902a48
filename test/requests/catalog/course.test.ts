import { expect } from 'chai'
import { createCourse, createLesson, createSection, createVideo } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment, createReview } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /courses/:slug', () => {
  it('shows the outline, without what is archived, and leads to the free previews alone', async () => {
    const course = await createCourse({ slug: 'joints' })
    const second = await createSection({ courseId: course.id, title: 'Six tools', position: 2 })
    const first = await createSection({ courseId: course.id, title: 'Wood moves', position: 1 })
    const locked = await createLesson({ sectionId: second.id, title: 'Two saws' })
    const open = await createLesson({
      sectionId: first.id,
      title: 'The end of a board',
      kind: 'video',
      isPreview: true,
    })
    await createLesson({ sectionId: first.id, title: 'Old lesson', archivedAt: new Date() })
    await createVideo({ lessonId: open.id, seconds: 540 })

    const response = await visitor().visit('/courses/joints').expect(200)
    const $ = html(response)

    expect([...$('.chapter h3')].map((title) => $(title).text())).to.deep.equal(['1. Wood moves', '2. Six tools'])
    expect($('.chapter').first().find('a').attr('href')).to.equal(`/courses/joints/preview/${open.id}`)
    expect($('.chapter').first().text()).to.contain('9 min')
    expect($('.chapter').last().text()).to.contain('Two saws')
    expect($('main').text()).to.contain('2 lessons, 9 min').and.contain('Cut a joint').and.not.contain('Old lesson')
    expect(response.text).to.not.contain(locked.id)
    expect(response.headers).to.not.have.property('set-cookie')
  })

  it('reads Markdown without letting in tags, scripts, images or praise of links', async () => {
    const description = [
      '# Hello',
      '**bold** <b>tag</b> <script>alert(1)</script>',
      '[x](https://x.example) [y](javascript:alert(1)) ![z](https://z.example/z.png)',
    ]
    await createCourse({ slug: 'joints', description: description.join('\n\n') })
    const $ = html(await visitor().visit('/courses/joints'))

    expect($('.prose h3').text()).to.equal('Hello')
    expect($('.prose strong').text()).to.equal('bold')
    expect($('.prose').find('b, script, img, [href^=javascript]')).to.have.lengthOf(0)
    expect($('.prose a').first().attr('rel')).to.equal('nofollow ugc noopener')
  })

  it('draws from three ratings on how they spread, and says it in words', async () => {
    const course = await createCourse({ slug: 'joints' })
    for (const rating of [5, 5]) await createReview({ courseId: course.id, rating })
    expect(html(await visitor().visit('/courses/joints'))('.chart')).to.have.lengthOf(0)

    await createReview({ courseId: course.id, rating: 2 })
    await createReview({ courseId: course.id, rating: 1, removedAt: new Date(), removedBecause: 'spam' })
    await createReview({ courseId: course.id, rating: 1, counts: false })
    const $ = html(await visitor().visit('/courses/joints'))

    expect($('.chart svg').attr('aria-label')).to.equal('5 stars: 2, 4 stars: 0, 3 stars: 0, 2 stars: 1, 1 star: 0')
    expect($('.chart figcaption').text()).to.contain('4.0 out of 5').and.contain('3 ratings')
  })

  it('offers links to share it that tell a network nothing until they are followed (P42)', async () => {
    await createCourse({ slug: 'joints', title: 'Joints & more' })
    const $ = html(await visitor().visit('/courses/joints'))

    expect($('a[data-share]')).to.have.lengthOf(6)
    for (const link of $('a[data-share]').toArray()) {
      expect($(link).attr('rel')).to.equal('noopener noreferrer')
      expect($(link).attr('href')).to.contain('%2Fcourses%2Fjoints')
    }
    expect($('#share').parent().text()).to.contain('/courses/joints')
    expect($('main').find('script, img, iframe')).to.have.lengthOf(0)
  })

  it('names the refund rule where money is asked for, and the author by their page where they have one', async () => {
    const author = await createUser({
      name: 'Ines',
      role: 'mentor',
      slug: 'ines',
      shown: ['headline'],
      headline: 'Potter',
    })
    await createCourse({ slug: 'glaze', priceMinor: 7200, authorId: author.id })
    const $ = html(await visitor().visit('/courses/glaze'))

    expect($('aside').text())
      .to.contain('€72.00')
      .and.contain('14 days')
      .and.contain('20\u00a0%')
      .and.contain('Put into the cart')
    expect($('a[href="/mentors/ines"]').text()).to.equal('Ines')
    expect($('main').text()).to.contain('Potter')
  })

  it('shows a draft to its author alone, with the way to where it is made', async () => {
    const author = await createUser({ role: 'mentor' })
    await createCourse({ slug: 'draft', status: 'draft', authorId: author.id })

    await visitor().visit('/courses/draft').expect(404)
    await (await signedIn(await createUser())).visit('/courses/draft').expect(404)
    const $ = html(await (await signedIn(author)).visit('/courses/draft').expect(200))
    expect($('main a[href="/teach/draft"]')).to.have.lengthOf(1)
    await visitor().visit('/courses/%00').expect(404)
  })

  it('stays, once closed, with those who take it, and tells everybody else that it is over', async () => {
    const learner = await createUser()
    const closed = await createCourse({ slug: 'closed', status: 'closed', authorId: null })
    await createEnrolment({ courseId: closed.id, learnerId: learner.id })
    const suspended = await createUser({ role: 'mentor', suspendedAt: new Date() })
    await createCourse({ slug: 'withheld', authorId: suspended.id })

    expect((await (await signedIn(learner)).visit('/courses/closed').expect(200)).text).to.contain('/learn/closed')
    for (const slug of ['closed', 'withheld']) {
      expect((await visitor().visit(`/courses/${slug}`).expect(410)).text).to.contain('no longer offered')
    }
  })

  it('takes four statements for a visitor and four more for a member', async () => {
    const course = await createCourse({ slug: 'joints' })
    for (const rating of [5, 4, 3]) await createReview({ courseId: course.id, rating })
    const [stranger, member] = [visitor(), await signedIn(await createUser())]
    for (const browser of [stranger, member]) await browser.visit('/courses/joints')

    expect(await statementsOf(() => stranger.visit('/courses/joints'))).to.have.lengthOf(4)
    expect(await statementsOf(() => member.visit('/courses/joints'))).to.have.lengthOf(8)
  })
})
