import { expect } from 'chai'
import { PromiseCheck } from '../../../src/models/index.ts'
import { auditPromises } from '../../../src/services/privacy/promises/promise-audit.ts'
import { forgetStandings } from '../../../src/services/privacy/promises/promise-standing.ts'
import { html, visitor } from '../../support/visitor.ts'

describe('GET /privacy', () => {
  beforeEach(forgetStandings)

  it('shows forty-two promises, green only where a check ran and held, with what it found', async () => {
    await PromiseCheck.create({ promise: 'P33', state: 'kept', figure: '4 hashes, none below cost 12' })
    await PromiseCheck.create({ promise: 'P05', state: 'broken', figure: '1 page with a word to another host' })
    await PromiseCheck.create({ promise: 'P36', state: 'kept', figure: 'left over from a later version' })

    const $ = html(await visitor().visit('/privacy').expect(200))

    expect($('.promises > li')).to.have.lengthOf(42)
    expect($('.trellis a')).to.have.lengthOf(42)
    expect($('.trellis a.kept').text()).to.match(/P33\s*, kept/)
    expect($('#p33 .proof').text()).to.equal('4 hashes, none below cost 12')
    expect($('#p05 .badge').text()).to.equal('Broken')
    expect($('#p34 .badge').text()).to.equal('Not checked yet')
    expect($('#p36 .badge').text()).to.equal('Not built yet')
    expect($('#p36 .proof')).to.have.lengthOf(0)
  })

  it('says so while no check has run', async () => {
    const $ = html(await visitor().visit('/privacy'))

    expect($('.trellis a.kept')).to.have.lengthOf(0)
    expect($('main').text()).to.contain('Nobody has looked yet')
  })

  it('links to how to leave and to cookies (P41)', async () => {
    const $ = html(await visitor().visit('/privacy'))

    for (const path of ['/privacy/deleting-your-account', '/cookies']) {
      expect($(`main a[href="${path}"]`)).to.have.lengthOf.above(0)
      await visitor().visit(path).expect(200)
    }
  })

  it('offers links to share it that tell a network nothing until they are followed (P42)', async () => {
    const $ = html(await visitor().visit('/privacy'))
    const links = $('a[data-share]')

    expect(links).to.have.lengthOf.above(3)
    for (const link of links.toArray()) expect($(link).attr('rel')).to.equal('noopener noreferrer')
    expect($('main').find('script, img, iframe')).to.have.lengthOf(0)
  })
})

describe('The foot of every page', () => {
  it('says how the promises stood when they were last checked', async () => {
    const { kept, watched } = await auditPromises({ now: new Date() })
    const browser = visitor()
    await browser.visit('/privacy')

    const $ = html(await browser.visit('/terms'))

    expect($('.site-footer .tie').text()).to.contain(`${kept} promises kept`).and.contain(`${watched} watched`)
  })
})

describe('GET /privacy/status', () => {
  it('shows the last thirty nights of each promise, the worst of each night', async () => {
    await PromiseCheck.create({ promise: 'P33', state: 'broken', figure: '1 password not hashed by bcrypt' })
    await PromiseCheck.create({ promise: 'P33', state: 'kept', figure: '4 hashes' })

    const $ = html(await visitor().visit('/privacy/status').expect(200))

    expect($('svg.strip[aria-label^="P33"]').attr('aria-label')).to.equal('P33: broken in 1 of 30 nights')
    expect($('.chart svg').attr('aria-label')).to.contain('0 were kept, 0 watched and 1 broken')
    expect($('[style]')).to.have.lengthOf(0)
  })

  it('gives the same to programs', async () => {
    await auditPromises({ now: new Date() })

    const { body } = await visitor().visit('/privacy/status.json').expect(200).expect('Content-Type', /json/)

    expect(body.promises).to.have.lengthOf(42)
    const hashed = body.promises.find(({ promise }: { promise: string }) => promise === 'P33')
    expect(hashed).to.include({ state: 'kept', figure: '0 hashes, none below cost 5' })
    expect(hashed.nights).to.have.lengthOf(1)
  })
})
