import { expect } from 'chai'
import sharp from 'sharp'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const said = {
  headline: 'Calm on stage',
  bio: 'I was an interpreter.',
  skills: ['speaking'],
  links: ['https://a.example'],
}
const mentor = (overrides = {}) => createUser({ name: 'Ingrid Aas', role: 'mentor', ...said, ...overrides })

describe('GET /mentors/:slug', () => {
  it('shows what the mentor chose to show, and nothing else', async () => {
    const { email } = await mentor({ slug: 'ingrid', shown: ['headline', 'links'] })

    const response = await visitor().visit('/mentors/ingrid').expect(200)
    const page = html(response)

    expect(page('h1').text()).to.equal('Ingrid Aas')
    expect(page('main').text()).to.contain('Calm on stage').and.not.contain('interpreter').and.not.contain('speaking')
    expect(page('main a[href="https://a.example"]').attr('rel')).to.equal('nofollow ugc noopener')
    expect(response.text).not.to.contain(email)
    expect(response.headers).not.to.have.property('set-cookie')
  })

  it('lists the courses that can be taken', async () => {
    const { id: authorId } = await mentor({ slug: 'ingrid', shown: ['headline'] })
    await createCourse({ authorId, title: 'Speaking', slug: 'speaking' })
    await createCourse({ authorId, title: 'A draft', status: 'draft' })
    await createCourse({ authorId, title: 'Closed', status: 'closed' })

    const page = html(await visitor().visit('/mentors/ingrid'))

    expect(page('.card h3').text()).to.equal('Speaking')
    expect(page('.card a').first().attr('href')).to.equal('/courses/speaking')
  })

  it('is a 404 where nobody chose to show anything: nothing shown, suspended, leaving, no mentor, no name', async () => {
    const soon = new Date(Date.now() + 1000)
    await mentor({ slug: 'silent' })
    await mentor({ slug: 'suspended', shown: ['bio'], suspendedAt: new Date() })
    await mentor({ slug: 'leaving', shown: ['bio'], erasureAskedAt: new Date(), erasureDueAt: soon })
    await mentor({ slug: 'mentee', shown: ['bio'], role: 'mentee' })

    for (const slug of ['silent', 'suspended', 'leaving', 'mentee', 'nobody', '%00', '%F0%9F%98%80']) {
      await visitor().visit(`/mentors/${slug}`).expect(404)
    }
  })
})

describe('POST /settings/profile/page', () => {
  const show = async (user: Awaited<ReturnType<typeof mentor>>, shown: unknown) =>
    (await signedIn(user)).submit('/settings/profile/page', { shown }, { from: '/settings/profile' })

  it('gives a mentor a page with their name in its address, and another mentor of that name another', async () => {
    const [first, second] = [await mentor({ name: 'Tomáš Řehák' }), await mentor({ name: 'Tomas Rehak' })]

    expect((await show(first, ['headline', 'bio'])).status).to.equal(303)
    await show(second, 'bio')

    expect((await first.reload()).slug).to.equal('tomas-rehak')
    expect((await second.reload()).slug).to.match(/^tomas-rehak-[0-9a-f]{6}$/)
    expect((await visitor().visit('/mentors/tomas-rehak')).text).to.contain('I was an interpreter.')
  })

  it('takes the page away at once when nothing is ticked', async () => {
    const user = await mentor({ slug: 'ingrid', shown: ['bio'] })
    await show(user, undefined)
    await visitor().visit('/mentors/ingrid').expect(404)
  })

  it('renames the page with its owner, so that an old name stays in no address', async () => {
    const user = await mentor({ slug: 'ingrid-aas', shown: ['bio'] })
    await (await signedIn(user)).submit('/settings/profile', { name: 'Ingvar Aas' }, { from: '/settings/profile' })

    await visitor().visit('/mentors/ingrid-aas').expect(404)
    await visitor().visit('/mentors/ingvar-aas').expect(200)
  })

  it('refuses parts that there are not, and whoever is no mentor', async () => {
    expect((await show(await mentor(), ['email', 'bio'])).status).to.equal(422)
    expect((await show(await createUser(), ['bio'])).status).to.equal(403)
  })
})

describe('GET /photos/:id', () => {
  it('is for everyone where the mentor shows it, else for its owner and our staff alone', async () => {
    const alice = await mentor({ slug: 'alice' })
    const owner = await signedIn(alice)
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    await owner.upload(
      '/settings/profile',
      { name: 'Alice' },
      { photo: [{ name: 'me.png', bytes }] },
      '/settings/profile',
    )
    const path = (await alice.reload()).photoPath!

    const [bob, charlie] = [await signedIn(await createUser()), await signedIn(await createUser({ role: 'support' }))]
    await bob.visit(path).expect(404)
    await visitor().visit(path).expect(404)
    await owner.visit(path).expect(200)
    await charlie.visit(path).expect(200)

    await alice.update({ shown: ['photo'] })
    const { headers } = await visitor().visit(path).expect(200)
    expect(headers['content-type']).to.equal('image/webp')
    await visitor().visit(path).set('If-None-Match', headers.etag!).expect(304)
  })

  it('is a 404 for what is no photo', async () => {
    await visitor().visit('/photos/no-such-photo').expect(404)
  })
})
