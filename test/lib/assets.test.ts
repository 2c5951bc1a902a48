import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { asset, assets } from '../../src/lib/assets.ts'
import { serveAssets } from '../../src/middleware/assets.ts'

const app = express().use(serveAssets)

describe('GET /assets/:hash/…', () => {
  it('joins every stylesheet into one, in its layer, and addresses files by their content', () => {
    const css = assets.get('/css/app.css')!.plain.toString()

    expect(css).not.to.include('@import')
    expect(css).to.include('@layer tokens {')
    expect(css).to.include(`url("${asset('/fonts/newsreader-latin.woff2')}")`)
    expect(css.match(/url\("(?!\/assets\/)/g)).to.equal(null)
  })

  it('may be kept for ever by browsers', async () => {
    const answer = await request(app).get(asset('/css/app.css')).expect(200)

    expect(answer.headers['cache-control']).to.equal('public, max-age=31536000, immutable')
    expect(answer.headers['content-type']).to.equal('text/css; charset=utf-8')
  })

  it('comes compressed to who can read that, and plain to who cannot', async () => {
    const path = asset('/js/htmx.min.js')
    const zipped = await request(app).get(path).set('Accept-Encoding', 'gzip').expect('Content-Encoding', 'gzip')
    const plain = await request(app).get(path).set('Accept-Encoding', 'identity').expect(200)

    expect(zipped.text).to.equal(plain.text)
    expect(Number(zipped.headers['content-length'])).to.be.below(15_000)
    expect(plain.headers).not.to.have.property('content-encoding')
    expect(plain.headers.vary).to.equal('Accept-Encoding')
  })

  it('answers an address of yesterday with the file of today, kept by nobody', async () => {
    await request(app).get('/assets/0123456789ab/images/logo.svg').expect(200).expect('Cache-Control', 'no-cache')
  })

  it('knows no other files', async () => {
    await request(app).get('/assets/0123456789ab/../package.json').expect(404)
    await request(app).get('/assets/0123456789ab/css/tokens.css').expect(404)
    await request(app).post(asset('/css/app.css')).expect(404)
    expect(() => asset('/images/none.svg')).to.throw('There is no file /images/none.svg')
  })

  it('keeps what the first view has to load under 40 kB', () => {
    const first = ['/css/app.css', '/js/htmx.min.js', '/js/app.js', '/fonts/newsreader-latin.woff2']
    const sizes = first.map((path) => assets.get(path)!).map(({ packed, plain }) => (packed?.('br') ?? plain).length)

    expect(sizes.reduce((sum, size) => sum + size)).to.be.below(40_000)
  })
})
