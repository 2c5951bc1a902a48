import { expect } from 'chai'
import { html, visitor } from '../../support/visitor.ts'

describe('GET /privacy/deleting-your-account', () => {
  it('tells what goes and what stays, as the models declare it (P24, P41)', async () => {
    const $ = html(await visitor().visit('/privacy/deleting-your-account').expect(200))

    expect($('h3:contains("To be deleted") + ul').text()).to.contain('Your account')
    expect($('h3:contains("without your name") + ul').text()).to.contain('Support tickets').and.contain('3 years')
    expect($('a[href="/settings/delete"]')).to.have.lengthOf.above(0)
  })
})

describe('GET /help', () => {
  it('lists questions, each with an answer', async () => {
    const $ = html(await visitor().visit('/help').expect(200))
    const links = $('main a[href^="/help/"]').toArray()

    expect(links).to.have.lengthOf.above(5)
    for (const link of links) {
      const article = html(await visitor().visit($(link).attr('href')!).expect(200))
      expect(article('h1').text()).to.equal($(link).text())
      expect(article('article p')).to.have.lengthOf.above(1)
    }
  })

  it('has no article by another name', async () => {
    await visitor().visit('/help/nonsense').expect(404)
    await visitor().visit('/help/constructor').expect(404)
    await visitor().visit('/help/..%2Fterms%2Fshow').expect(404)
  })
})

describe('GET /terms', () => {
  it('says who may come in and what stays yours (P07, P38)', async () => {
    const $ = html(await visitor().visit('/terms').expect(200))

    expect($('main').text()).to.contain('sixteen or older').and.contain('do not train models')
  })
})
