import { expect } from 'chai'
import { visitor } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000

describe('GET /.well-known/security.txt', () => {
  it('says whom to tell, until a day in the next year', async () => {
    const { text } = await visitor()
      .visit('/.well-known/security.txt')
      .expect(200)
      .expect('Content-Type', /text\/plain/)

    expect(text).to.match(/^Contact: http/m)
    const expires = new Date(/^Expires: (.+)$/m.exec(text)![1]!).getTime()
    expect(expires)
      .to.be.above(Date.now())
      .and.below(Date.now() + 365 * DAY)
  })
})

describe('GET /.well-known/gpc.json', () => {
  it('says that Global Privacy Control is honoured', async () => {
    const { body } = await visitor().visit('/.well-known/gpc.json').expect(200).expect('Content-Type', /json/)

    expect(body.gpc).to.equal(true)
    expect(body.lastUpdate).to.match(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('GET /.well-known/change-password', () => {
  it('leads to where passwords are changed, and nothing else of that kind is there', async () => {
    await visitor().visit('/.well-known/change-password').expect(302).expect('Location', '/settings/account')
    await visitor().visit('/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200').expect(404)
  })
})

describe('GET /robots.txt', () => {
  it('turns away who trains models, by name, and everybody from private places (P07)', async () => {
    const { text } = await visitor().visit('/robots.txt').expect(200)
    const [trainers = '', everybody = ''] = text.split('\n\n')

    expect(trainers)
      .to.contain('User-agent: GPTBot')
      .and.contain('User-agent: CCBot')
      .and.match(/^Disallow: \/$/m)
    expect(everybody)
      .to.contain('Disallow: /settings')
      .and.not.match(/^Disallow: \/$/m)
  })

  it('is backed by a header on every page, and by ai.txt (P07)', async () => {
    for (const path of ['/', '/privacy', '/nowhere']) {
      const { headers } = await visitor().visit(path)
      expect(headers['x-robots-tag'], path).to.equal('noai, noimageai')
    }
    expect((await visitor().visit('/ai.txt').expect(200)).text).to.match(/^Disallow: \/$/m)
  })
})

describe('GET /readyz', () => {
  it('is ready while database, schema and queue are what they should be', async () => {
    const { body } = await visitor().visit('/readyz').expect(200)

    expect(body).to.deep.equal({ ready: true, database: true, migrations: true, queue: true })
    await visitor().visit('/healthz').expect(200)
  })
})
