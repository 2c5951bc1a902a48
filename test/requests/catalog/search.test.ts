import { expect } from 'chai'
import { createCourse, createLesson, createLessonFile, createVideo } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, visitor } from '../../support/visitor.ts'

const mentor = (name: string, slug: string, overrides = {}) =>
  createUser({ name, slug, role: 'mentor', shown: ['headline', 'skills'], headline: 'Potter', ...overrides })
const search = async (q: string) => html(await visitor().visit(`/search?q=${q}`).expect(200))

describe('GET /search', () => {
  it('finds mentors by name and by what they show, and courses by their words, in two statements', async () => {
    const author = await mentor('Ines Carvalho', 'ines', { skills: ['glazing', 'kilns'] })
    await createCourse({ title: 'Glaze without fear', authorId: author.id })

    for (const words of ['glazes', 'Carvalo', 'potters']) {
      const $ = await search(words)
      expect($('main a[href="/mentors/ines"]').first().text(), words).to.equal('Ines Carvalho')
    }
    const $ = await search('glaze')
    expect($('#mentors').closest('section').text()).to.contain('Potter').and.contain('glazing, kilns')
    expect($('#courses').closest('section').find('h3').text()).to.equal('Glaze without fear')
    expect($('a[href="/courses?q=glaze"]')).to.have.lengthOf(1)
    expect($('[role=status]').text()).to.contain('1 mentor and 1 course')
    expect(await statementsOf(() => visitor().visit('/search?q=glaze'))).to.have.lengthOf(2)
  })

  it('finds nobody by what they keep to themselves, nor who has no page (P01)', async () => {
    await mentor('Ann', 'ann', { shown: ['bio'], bio: 'x', skills: ['kilns'] })
    await mentor('Ben', 'ben', { shown: [], skills: ['kilns'] })
    await mentor('Cem', 'cem', { suspendedAt: new Date(), skills: ['kilns'] })
    await mentor('Dan', 'dan', { erasureAskedAt: new Date(), erasureDueAt: new Date(), skills: ['kilns'] })
    await createUser({ name: 'Eva Kilns', skills: ['kilns'], slug: 'eva', shown: ['skills'] })

    for (const words of ['kilns', 'potter', 'member', 'example.com']) {
      expect((await search(words))('main').text(), words).to.contain('Nothing found')
    }
  })

  it('says what it is for where nothing was typed that could be found', async () => {
    for (const query of ['', '?q=', '?q=%00', `?q=${'a'.repeat(101)}`, '?q=a&q=b']) {
      const $ = html(await visitor().visit(`/search${query}`).expect(200))
      expect($('#results').text(), query).to.contain('Type what you would like to learn')
    }
  })

  it('gives htmx the groups, and the summary where it is announced', async () => {
    const { text } = await visitor().visit('/search?q=nothing').set(htmx)
    expect(text).to.contain('hx-target="#summary"').and.not.contain('<html')
  })
})

describe('GET /courses/:slug/preview/:lesson', () => {
  it('shows a free lesson and its transcript to everyone, and sets no cookie', async () => {
    const course = await createCourse({ slug: 'joints' })
    const words = { body: '# Saws\n\nTwo of *them*.', transcript: 'Put the saw on the waste side.' }
    const { id } = await createLesson({ courseId: course.id, title: 'Two saws', isPreview: true, ...words })
    await createLessonFile({ lessonId: id, name: 'saws.pdf' })

    const response = await visitor().visit(`/courses/joints/preview/${id}`).expect(200)
    const $ = html(response)

    expect($('h1').text()).to.equal('Two saws')
    expect($('.prose h2').text()).to.equal('Saws')
    expect($('main').text()).to.contain('waste side')
    expect($('aside a').attr('href')).to.equal('/courses/joints')
    expect($('a[download] bdi').text()).to.equal('saws.pdf')
    expect($('a[download]').attr('href')).to.match(RegExp(`^/courses/joints/preview/${id}/files/[-0-9a-f]{36}$`))
    expect(response.headers).to.not.have.property('set-cookie')
  })

  it('shows a film only once somebody presses play (P05, P12)', async () => {
    const course = await createCourse({ slug: 'joints' })
    const { id } = await createLesson({ courseId: course.id, kind: 'video', isPreview: true })
    await createVideo({ lessonId: id })
    const path = `/courses/joints/preview/${id}`

    const before = html(await visitor().visit(path))
    expect(before('iframe')).to.have.lengthOf(0)
    expect(before('.player a').attr('href')).to.equal(`${path}?play=1`)
    expect(html(await visitor().visit(`${path}?play=1`))('iframe')).to.have.lengthOf(1)
  })

  it('is a 404 for what is for learners, archived, of another course, or no lesson at all', async () => {
    const course = await createCourse({ slug: 'joints' })
    const own = { courseId: course.id }
    const others = [
      await createLesson(own),
      await createLesson({ ...own, isPreview: true, archivedAt: new Date() }),
      await createLesson({ isPreview: true }),
    ]
    const locked = await createLessonFile({ lessonId: others[0]!.id })
    for (const id of [...others.map(({ id }) => id), 'nothing', '%00', `${locked.lessonId}/files/${locked.id}`]) {
      await visitor().visit(`/courses/joints/preview/${id}`).expect(404)
    }

    const free = await createLesson({ ...own, isPreview: true })
    await course.update({ status: 'closed', closedAt: new Date() })
    await visitor().visit(`/courses/joints/preview/${free.id}`).expect(410)
  })
})
