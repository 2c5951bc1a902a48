import { expect } from 'chai'
import { createCourse, createLesson, createVideo } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, visitor } from '../../support/visitor.ts'

const titlesAt = async (path: string) => titlesOn(html(await visitor().visit(path).expect(200)))
const titlesOn = ($: ReturnType<typeof html>) => textsOf($, '.card h3')
const textsOf = ($: ReturnType<typeof html>, selector: string) => [...$(selector)].map((node) => $(node).text())
const mentor = (overrides = {}) => createUser({ role: 'mentor', name: 'Ines Carvalho', ...overrides })

describe('GET /courses', () => {
  it('shows what each course is, by whom, how long and for how much, in one statement and without a cookie', async () => {
    const author = await mentor({ slug: 'ines', shown: ['bio'] })
    const glaze = { title: 'Glazing', summary: 'Read a recipe.', priceMinor: 4900, ratingCount: 4, ratingSum: 18 }
    const course = await createCourse({ authorId: author.id, ...glaze })
    const [seen, archived] = [await createLesson({ courseId: course.id }), await createLesson({ courseId: course.id })]
    await archived.update({ archivedAt: new Date() })
    for (const { id } of [seen, archived]) await createVideo({ lessonId: id, seconds: 4000 })
    await createCourse({ ratingCount: 2, ratingSum: 10 })

    const browser = visitor()
    await browser.visit('/courses')
    const statements = await statementsOf(() => browser.visit('/courses'))
    const response = await browser.visit('/courses')
    const $ = html(response)
    const [few, card] = [$('.card').first(), $('.card').last()]

    expect(statements).to.have.lengthOf(1)
    expect(response.headers).to.not.have.property('set-cookie')
    expect($('#count[role=status] h2').text()).to.equal('2 courses')
    expect(card.find('.cover').attr('class')).to.match(/^cover spruce \w+$/)
    expect(card.find('.cover').text()).to.equal('Craft · 1 h 07 min')
    expect(card.find('a[href="/mentors/ines"]').text()).to.equal('Ines Carvalho')
    expect(card.text()).to.contain('Read a recipe.').and.contain('€49.00').and.contain('4.5')
    expect(few.find('.stars')).to.have.lengthOf(0)
    expect(few.text()).to.contain('Free').and.contain('2 reviews')
    expect(few.find('a')).to.have.lengthOf(1)
  })

  it('lists nothing that cannot be taken: drafts, closed ones, and those of who is suspended or leaving', async () => {
    const soon = new Date(Date.now() + 1000)
    await createCourse({ status: 'draft' })
    await createCourse({ status: 'closed' })
    await createCourse({ authorId: (await mentor({ suspendedAt: new Date() })).id })
    await createCourse({ authorId: (await mentor({ erasureAskedAt: new Date(), erasureDueAt: soon })).id })

    expect(await titlesAt('/courses')).to.deep.equal([])
  })

  it('finds words in the text in any of their forms, and a title in spite of a slip', async () => {
    await createCourse({ title: 'Joints that hold', description: 'You will sharpen six chisels.' })
    await createCourse({ title: 'Photography by daylight' })

    expect(await titlesAt('/courses?q=sharpening+chisel')).to.deep.equal(['Joints that hold'])
    expect(await titlesAt('/courses?q=photgraphy')).to.deep.equal(['Photography by daylight'])
    expect(await titlesAt('/courses?q=piano')).to.deep.equal([])
  })

  it('puts the course first whose title is nearest', async () => {
    const author = { authorId: (await mentor()).id }
    await createCourse({ title: 'Woodwork', description: 'And a guitar to finish.', learnersCount: 9, ...author })
    await createCourse({ title: 'Guitar from zero', ...author })

    expect(await titlesAt('/courses?q=guitar')).to.deep.equal(['Guitar from zero', 'Woodwork'])
  })

  it('puts what has the very word before a title that is only like it', async () => {
    await createCourse({ title: 'Pages that work', learnersCount: 9 })
    await createCourse({ title: 'Joints', description: 'From a board of wood.' })

    expect(await titlesAt('/courses?q=wood')).to.deep.equal(['Joints', 'Pages that work'])
  })

  it('narrows by topic, levels and price, and orders as asked', async () => {
    const author = { authorId: (await mentor()).id }
    const day = (n: number) => new Date(Date.UTC(2026, 0, n))
    await createCourse({
      title: 'A',
      topic: 'music',
      publishedAt: day(1),
      learnersCount: 5,
      priceMinor: 2600,
      ...author,
    })
    await createCourse({ title: 'B', level: 'advanced', publishedAt: day(2), ratingCount: 3, ratingSum: 15, ...author })
    await createCourse({ title: 'C', level: 'intermediate', publishedAt: day(3), priceMinor: 2499, ...author })

    const expected = {
      '': 'CBA',
      'topic=music': 'A',
      'level=advanced&level=intermediate': 'CB',
      'price=free': 'B',
      'price=under-25': 'C',
      'price=25-to-50': 'A',
      'price=over-50': '',
      'sort=popular': 'ACB',
      'sort=rating': 'BCA',
      'sort=price': 'BCA',
      'sort=relevance': 'CBA',
      'topic=magic&level=x&price=%00&sort=id&q=%00&page=x&page=y': 'CBA',
    }
    for (const [query, titles] of Object.entries(expected)) {
      expect((await titlesAt(`/courses?${query}`)).join(''), query).to.equal(titles)
    }
  })

  it('pages behind the last course seen, in every order, and shows each once', async () => {
    const author = { authorId: (await mentor()).id }
    for (let n = 0; n < 27; n++) {
      await createCourse({ title: `Piano ${n}`, priceMinor: n % 3, learnersCount: n % 2, ...author })
    }

    for (const sort of ['relevance', 'newest', 'popular', 'rating', 'price']) {
      const first = html(await visitor().visit(`/courses?q=piano&sort=${sort}`))
      const next = first('.pagination [rel=next]').attr('href')!
      const second = html(await visitor().visit(next))

      expect(next, sort).to.match(/page=[0-9a-f-]{36}/)
      expect(new Set([...titlesOn(first), ...titlesOn(second)]), sort).to.have.property('size', 27)
      expect(titlesOn(second), sort).to.have.lengthOf(3)
      expect(second('#count h2').text()).to.equal('27 courses')
    }
    const gone = html(await visitor().visit('/courses?page=00000000-0000-4000-8000-000000000000'))
    expect(gone('.empty a').attr('href')).to.equal('/courses')
  })

  it('offers to drop one filter where nothing fits', async () => {
    const $ = html(await visitor().visit('/courses?q=lute&topic=music&price=free'))
    const links = [...$('.empty a')].map((link) => $(link).attr('href'))

    expect(links).to.deep.equal([
      '/courses?topic=music&price=free',
      '/courses?q=lute&price=free',
      '/courses?q=lute&topic=music',
      '/courses',
    ])
  })

  it('gives htmx the list, and the count where it is announced', async () => {
    await createCourse({ title: 'A' })
    const { text } = await visitor().visit('/courses?topic=craft').set(htmx)

    expect(text).to.contain('hx-target="#count"').and.contain('1 course<').and.not.contain('<html')
  })
})
