import { expect } from 'chai'
import { html, visitor } from '../support/visitor.ts'

describe('GET /', () => {
  it('says what Trellis is and shows the forty-two promises, without a cookie', async () => {
    const answer = await visitor().visit('/').expect(200)
    const $ = html(answer)

    expect($('h1').text()).to.equal('Learn from people who do the work.')
    expect($('.trellis a')).to.have.lengthOf(42)
    expect($('.trellis a').first().attr('href')).to.equal('/privacy#p01')
    expect(answer.headers).not.to.have.property('set-cookie')
  })
})

describe('GET /style', () => {
  it('shows every component in demo mode', async () => {
    const $ = html(await visitor().visit('/style').expect(200))

    expect($('.error-summary a').first().attr('href')).to.equal('#email')
    expect($('#email').attr('aria-describedby')).to.equal('email-error')
    expect($('title').text()).to.equal('Error: Every component · Trellis')
  })
})

describe('A page that is not there', () => {
  it('says so kindly, and does not need to know who asks', async () => {
    const $ = html(await visitor().visit('/nowhere').expect(404))

    expect($('h1').text()).to.equal('We could not find that page.')
    expect($('.lattice.loose')).to.have.lengthOf(1)
  })
})
