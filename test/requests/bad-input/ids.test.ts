import { expect } from 'chai'
import { routeTable } from '../../../src/cli/route-table.ts'
import { sql } from '../../../src/lib/sql.ts'
import { expectSentence } from '../../support/forms.ts'
import { html } from '../../support/visitor.ts'
import { browsersOf, populated } from '../../support/world.ts'

const noIds = [
  '%00',
  'x%00',
  '%ff',
  '%ed%a0%80',
  '-1',
  '9'.repeat(30),
  '__proto__',
  'constructor',
  "'--",
  '%F0%9F%A6%8A',
  '%E2%80%AE',
  'x'.repeat(3000),
  '..%2f..%2fetc',
  '%0d%0aX-Evil:1',
  'null',
  '[object%20Object]',
]
const asked = [
  'before',
  'after',
  'found',
  'key',
  'of',
  'next',
  'category',
  'subject',
  'about',
  'kept',
  'queue',
  'status',
  'mine',
  '_csrf',
  '__proto__',
  'constructor',
  'toString',
]

const senseless = ['%00', '%ff', '__proto__', '%E2%80%AE', '//evil.example']

describe('An address', () => {
  it('with something in it that is no id is answered with a sentence, whoever asks and whatever they do', async () => {
    const { people } = await populated()
    const browserOf = browsersOf(people)
    const routes = (await routeTable()).filter(({ path }) => path.includes(':'))

    for (const who of ['visitor', 'officer']) {
      const { agent, visit } = await browserOf(who)
      const _csrf = String(html(await visit('/support/new'))('[name=_csrf]').val())
      for (const { method, path, audience } of routes) {
        await sql('delete from rate_limits')
        // A door that is shut to visitors reads no address.
        const isShut = who === 'visitor' && audience !== 'anyone'
        for (const id of isShut ? noIds.slice(0, 2) : noIds) {
          const address = path.replace(/:\w+/g, id)
          const answer = await (method === 'GET'
            ? agent.get(address)
            : agent.post(address).type('form').send({ _csrf }))
          expectSentence(answer, `${who}: ${method} ${address.slice(0, 200)}`)
          expect(answer.headers).not.to.have.property('x-evil')
        }
      }
    }
  }).timeout(120_000)

  it('with a question in it that makes no sense shows its page, or says so', async () => {
    const { people, open } = await populated()
    const browserOf = browsersOf(people)
    const pages = (await routeTable())
      .filter(({ method, path }) => method === 'GET' && !/:(?!ref)/.test(path))
      .map(({ path }) => path.replace(':ref', open.ref))

    for (const who of ['visitor', 'officer']) {
      const browser = await browserOf(who)
      for (const page of pages) {
        for (const value of senseless) {
          const question = asked.flatMap((name) => [`${name}=${value}`, `${name}[a]=${value}`, `${name}=1`])
          const { status, text, headers } = await browser.visit(`${page}?${question.join('&')}`)
          expect(status, `${who}: ${page} ${value}`).to.be.within(200, 499)
          expect(text).not.to.match(/node_modules|\.ts:\d|Sequelize/)
          expect(text).not.to.include('bystander@')
          if (headers.location) expect(headers.location, page).to.match(/^\/(?!\/)/)
        }
        const once = await browser.visit(`${page}?${asked.join('=%00&')}=%00`)
        expect(once.status, `${who}: ${page}`).to.be.within(200, 499)
      }
    }
  }).timeout(120_000)
})
