import { expect } from 'chai'
import { createUser } from '../../support/factories.ts'
import { createUsageDay } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

describe('GET /staff/stats', () => {
  it('draws what was used in the last 30 days, each picture with its numbers in a table', async () => {
    const sam = await signedIn(await createUser({ role: 'support' }))
    await createUsageDay({ day: daysAgo(1), page: '/courses', times: 1200 })
    await createUsageDay({ day: daysAgo(2), page: '/help', browser: 'Chrome', os: 'other', times: 300 })
    await createUsageDay({ day: daysAgo(2), what: 'lesson finished', page: '/learn/:course/:lesson', times: 7 })
    await createUsageDay({ day: daysAgo(40), page: '/terms', times: 9000 })

    const $ = html(await sam.visit('/staff/stats').expect(200))

    const table = (id: string) => $(`section[aria-labelledby=${id}] details tbody tr`).toArray()
    const rows = (id: string) =>
      table(id).map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text())
          .join(' | '),
      )
    expect($('.stat').text()).to.contain('1,500').and.contain('page views').and.contain('7')
    expect(rows('pages')).to.deep.equal(['/courses | 1,200 | 80 %', '/help | 300 | 20 %'])
    expect(rows('browsers')).to.deep.equal(['Firefox | 1,200 | 80 %', 'Chrome | 300 | 20 %'])
    expect(rows('systems')).to.deep.equal(['Linux | 1,200 | 80 %', 'other | 300 | 20 %'])
    expect(rows('views')).to.have.length(2)
    expect(rows('lessons')[0]).to.match(/ \| 0 \| 7$/)
    expect($('svg[role=img]').first().attr('aria-label')).to.equal('Page views day by day: views at most 1,200 a day')
  })

  it('looks back as far as was asked for, and not further than there is a choice for', async () => {
    const sam = await signedIn(await createUser({ role: 'support' }))
    await createUsageDay({ day: daysAgo(40), page: '/terms' })

    const quarter = html(await sam.visit('/staff/stats?days=90'))
    const nonsense = html(await sam.visit('/staff/stats?days=9999'))

    expect(quarter('[aria-label=Period] [aria-current]').text()).to.equal('90 days')
    expect(quarter('main').text()).to.contain('/terms')
    expect(nonsense('[aria-label=Period] [aria-current]').text()).to.equal('30 days')
    expect(nonsense('main').text()).to.contain('Nothing to show yet')
  })

  it('takes one statement besides the session, and is for staff alone', async () => {
    const sam = await signedIn(await createUser({ role: 'support' }))
    await sam.visit('/staff/stats').expect(200)
    expect(await statementsOf(() => sam.visit('/staff/stats?days=365'))).to.have.length(2)

    await (await signedIn(await createUser())).visit('/staff/stats').expect(403)
  })
})
