import { expect } from 'chai'
import type { PromiseNumber } from '../../../src/privacy/promises.ts'
import { checks } from '../../../src/services/privacy/promises/checks/index.ts'
import { type OwnSite, openOwnSite, type Page } from '../../../src/services/privacy/promises/checks/own-site.ts'
import { trialExport } from '../../../src/services/privacy/promises/checks/trial-export.ts'
import { createCourse } from '../../support/course-factories.ts'

const now = new Date()
let own: OwnSite & AsyncDisposable

before(async () => {
  own = await openOwnSite()
})
after(() => own[Symbol.asyncDispose]())

const look = (promise: PromiseNumber, site: OwnSite = own) =>
  checks[promise]!({ now, site, trial: () => trialExport(now) })

/** Our site with one page that somebody has changed. */
function siteWith(changed: (page: Page) => Page): OwnSite {
  return {
    visit: async (...asked) => changed(await own.visit(...asked)),
    pages: async () => (await own.pages()).map(changed),
  }
}

const adding = (path: string, markup: string) => (page: Page) =>
  page.path === path ? { ...page, body: page.body + markup } : page

function withHeader(path: string, name: string, value: string) {
  return (page: Page) => {
    if (page.path !== path) return page
    const headers = new Headers(page.headers)
    headers.append(name, value)
    return { ...page, headers }
  }
}

describe('The check of our own site for', () => {
  it('foreign requests finds a picture from elsewhere, and a policy that would let one in (P05)', async () => {
    const found = await look('P05')
    expect(found.state).to.equal('kept')
    expect(Number.parseInt(found.figure, 10)).to.be.above(15)

    const pixel = siteWith(adding('/terms', '<img src="https://tracker.example/1.gif" alt="">'))
    expect(await look('P05', pixel)).to.include({ state: 'broken' })
    const open = siteWith(withHeader('/terms', 'Content-Security-Policy', 'script-src https://cdn.example'))
    expect(await look('P05', open)).to.include({ state: 'broken' })
  })

  it('crawlers reads robots.txt and the header of every page (P07)', async () => {
    expect((await look('P07')).figure).to.match(/^\d\d crawlers turned away by name, the header on \d+ pages$/)

    const silent = siteWith((page) => (page.path === '/terms' ? { ...page, headers: new Headers() } : page))
    expect(await look('P07', silent)).to.include({ state: 'broken' })
    const open = siteWith((page) => (page.path === '/robots.txt' ? { ...page, body: 'User-agent: *\n' } : page))
    expect(await look('P07', open)).to.deep.equal({ state: 'broken', figure: 'robots.txt turns nobody away' })
  })

  it('pages of settings finds each that a table names (P22)', async () => {
    const gone = siteWith((page) => (page.path === '/settings/profile' ? { ...page, status: 404 } : page))
    expect(await look('P22', gone)).to.include({ state: 'broken' })
  })

  it('encryption says that a demo has none (P32)', async () => {
    expect(await look('P32')).to.deep.equal({
      state: 'watched',
      figure: 'this is a demo on your own machine, without HTTPS',
    })
  })

  it('cookies compares what is set with what is listed (P37)', async () => {
    expect(await look('P37')).to.deep.equal({ state: 'kept', figure: '2 cookies set, all on the list' })

    const unlisted = siteWith(withHeader('/login', 'Set-Cookie', 'theme=dark'))
    expect(await look('P37', unlisted)).to.deep.equal({ state: 'broken', figure: '1 cookie not on the list' })
    const careless = siteWith(withHeader('/terms', 'Set-Cookie', 'session=1'))
    expect(await look('P37', careless)).to.deep.equal({ state: 'broken', figure: '1 page gave a reader a cookie' })
    await createCourse({ slug: 'joints', priceMinor: 4900 })
    await using selling = await openOwnSite()
    expect(await look('P37', selling)).to.deep.equal({ state: 'kept', figure: '3 cookies set, all on the list' })
  })

  it('related pages asks for both (P41)', async () => {
    expect(await look('P41')).to.deep.equal({ state: 'kept', figure: '2 of 2 pages open and linked' })

    const gone = siteWith((page) => (page.path === '/cookies' ? { ...page, status: 404 } : page))
    expect(await look('P41', gone)).to.deep.equal({ state: 'broken', figure: '1 of 2 pages open and linked' })
  })

  it('share links reads that they are links and nothing more (P42)', async () => {
    await createCourse({ slug: 'joints' })
    await using site = await openOwnSite()
    const figure = '12 plain links on 2 pages, nothing loaded'
    expect(await look('P42', site)).to.deep.equal({ state: 'kept', figure })

    const watched = siteWith(adding('/privacy', '<a href="https://share.example" data-share>Share</a>'))
    expect(await look('P42', watched)).to.include({ state: 'broken' })
    const scripted = siteWith(adding('/privacy', '<script src="https://share.example/button.js"></script>'))
    expect(await look('P42', scripted)).to.include({ state: 'broken' })
  })
})
