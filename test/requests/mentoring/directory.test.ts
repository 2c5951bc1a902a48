import { expect } from 'chai'
import type { MentorProfile, User } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { createMentorProfile, createSessionType } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, signedIn, visitor } from '../../support/visitor.ts'

const HOUR = 60 * 60 * 1000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)
const shows: Partial<User> = { role: 'mentor', shown: ['headline', 'skills'], headline: 'Potter' }
let pages = 0

/** Somebody who can be booked: free in so many hours, for a price in cents. */
async function listed(
  name: string,
  hours: number,
  who: Partial<User> = {},
  more: Partial<MentorProfile> & { price?: number } = {},
) {
  const { price = 0, ...profile } = more
  const { id: mentorId } = await createUser({ ...shows, name, slug: `mentor-${pages++}`, ...who })
  await createMentorProfile({ mentorId, nextFreeAt: inHours(hours), ...profile })
  await createSessionType({ mentorId, priceMinor: price })
}

const namesAt = async (path: string) => namesOn(html(await visitor().visit(path).expect(200)))
const namesOn = ($: ReturnType<typeof html>) => [...$('main .ledger h3')].map((name) => $(name).text()).join('')

describe('GET /mentors', () => {
  it('shows what each mentor chose to show, their next free time and lowest price, in one statement and without a cookie', async () => {
    await listed(
      'Ines',
      5,
      { slug: 'ines', bio: 'Secret', skills: ['glazing'] },
      { price: 4500, languages: ['pt', 'en'] },
    )
    await listed('Quiet', 6, { shown: ['bio'], headline: 'Hidden', skills: ['hidden'] })
    const browser = visitor()
    await browser.visit('/mentors')

    const statements = await statementsOf(() => browser.visit('/mentors'))
    const response = await browser.visit('/mentors')
    const $ = html(response)
    const card = $('main .ledger li').first()

    expect(statements).to.have.lengthOf(1)
    expect(response.headers).to.not.have.property('set-cookie')
    expect($('#count[role=status] h2').text()).to.equal('2 mentors')
    expect(card.find('a[href="/mentors/ines"]').text()).to.equal('Ines')
    expect(card.text())
      .to.contain('Potter')
      .and.contain('glazing')
      .and.contain('From €45.00')
      .and.contain('Portuguese, English')
    expect(card.find('time').attr('data-local')).to.equal('session')
    expect($('main').text()).not.to.contain('idden').and.not.contain('Secret')
    const maya = await signedIn(await createUser({ timeZone: 'Asia/Kolkata' }))
    expect(
      html(await maya.visit('/mentors'))('.ledger time')
        .first()
        .attr('data-local'),
    ).to.equal(undefined)
    expect(await statementsOf(() => maya.visit('/mentors'))).to.have.length.at.most(4)
  })

  it('lists nobody who cannot be booked: paused, without a free time, suspended, leaving, without a page', async () => {
    await listed('A', 5, {}, { listing: 'paused' })
    await listed('B', 5, {}, { nextFreeAt: null })
    await listed('C', -1)
    await listed('D', 5, { suspendedAt: new Date() })
    await listed('E', 5, { erasureAskedAt: new Date(), erasureDueAt: inHours(1) })
    await listed('F', 5, { shown: [] })
    await listed('G', 5, { role: 'mentee' })

    expect(await namesAt('/mentors')).to.equal('')
  })

  it('narrows by what stands in the address, and puts them in order', async () => {
    await listed('A', 30, { skills: ['Python', 'SQL'] }, { price: 2000, languages: ['cs'] })
    await listed('B', 20, { skills: ['Sequel'] }, { languages: ['en', 'cs'] })
    await listed('C', 200, { skills: ['python'] }, { price: 6000, languages: ['en'] })
    await listed('D', 10, { skills: ['Python'], shown: ['headline'] }, { price: 3000 })

    const expected = {
      '': 'DBAC',
      'skill=python': 'AC',
      'skill=Python,+sql': 'AC',
      'skill=py,seq&sort=fit': 'BAC',
      'skill=sql,python&sort=fit': 'AC',
      'lang=cs': 'BA',
      'price=free': 'B',
      'price=under-25': 'A',
      'price=over-50': 'C',
      'when=week': 'DBA',
      'lang=en&when=week': 'DB',
      'sort=fit': 'DBAC',
      'skill=%00&lang=xx&price=1&when=never&sort=id&page=x': 'DBAC',
      'skill=p&skill=q&lang[a]=1': 'DBAC',
    }
    for (const [query, names] of Object.entries(expected)) {
      expect(await namesAt(`/mentors?${query}`), query).to.equal(names)
    }
  })

  it('pages behind the last mentor seen, in each order, and shows each once', async () => {
    for (let n = 0; n < 27; n++) {
      await listed(String.fromCodePoint(65 + n), 5 + (n % 3), { skills: n % 2 ? ['clay'] : ['clay', 'kiln'] })
    }
    for (const sort of ['soonest', 'fit']) {
      const first = html(await visitor().visit(`/mentors?skill=clay,kiln&sort=${sort}`))
      const next = first('.pagination [rel=next]').attr('href')!
      const second = html(await visitor().visit(next))

      expect(next, sort).to.match(/page=[0-9a-f-]{36}/)
      expect(new Set(namesOn(first) + namesOn(second)), sort).to.have.property('size', 27)
      expect(second('#count h2').text()).to.equal('27 mentors')
    }
    const gone = html(await visitor().visit('/mentors?page=00000000-0000-4000-8000-000000000000'))
    expect(gone('.empty a').attr('href')).to.equal('/mentors')
  })

  it('offers to drop one filter where nobody fits, and gives htmx the list with the count', async () => {
    const $ = html(await visitor().visit('/mentors?skill=lute&lang=cs&when=week'))
    const links = [...$('.empty a')].map((link) => $(link).attr('href'))

    const without = ['/mentors?lang=cs&when=week', '/mentors?skill=lute&when=week', '/mentors?skill=lute&lang=cs']
    expect(links).to.deep.equal([...without, '/mentors'])
    const { text } = await visitor().visit('/mentors?lang=cs').set(htmx)
    expect(text).to.contain('hx-target="#count"').and.contain('0 mentors').and.not.contain('<html')
  })
})
