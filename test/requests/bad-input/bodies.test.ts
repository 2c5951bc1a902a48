import { globSync } from 'node:fs'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { Ticket, User } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { expectSentence } from '../../support/forms.ts'
import { html, signedIn, type Visitor } from '../../support/visitor.ts'

const MB = 1024 * 1024
const form = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=knot'
const part = (head: string, body = 'x') => `--knot\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
const file = (name: string) => part(`name="attachment"; filename="${name}"`)

/** What a form can arrive in, and the status it deserves. */
const bodies: Record<string, { type: string; body: string; chunked?: boolean; status: number | number[] }> = {
  'ten megabytes of a form': { type: form, body: `body=${'x'.repeat(10 * MB)}`, status: 413 },
  'ten megabytes in chunks': { type: form, body: `body=${'x'.repeat(10 * MB)}`, chunked: true, status: 413 },
  'a thousand fields': { type: form, body: 'a=1&'.repeat(1000), status: 413 },
  'broken UTF-8': { type: form, body: 'body=%ff%fe', status: 400 },
  'a percent sign and no more': { type: form, body: 'body=100%', status: 400 },
  'half a character': { type: form, body: 'body=%ed%a0%80', status: 400 },
  'an alphabet that nobody has': { type: `${form}; charset=klingon`, body: 'body=x', status: 415 },
  'a packing that nobody has': { type: form, body: 'body=x', status: 415 },
  JSON: { type: 'application/json', body: '{"category":"general","__proto__":{"admin":true}}', status: 422 },
  'plain text': { type: 'text/plain', body: 'category=general', status: 422 },
  'no kind at all': { type: 'x', body: 'x', status: 422 },
  'ten megabytes of JSON': { type: 'application/json', body: `"${'x'.repeat(10 * MB)}"`, status: 422 },
  'parts without a boundary': { type: 'multipart/form-data', body: part('name="body"'), status: 400 },
  'parts with another boundary': {
    type: 'multipart/form-data; boundary=other',
    body: part('name="body"'),
    status: 400,
  },
  'parts that end in the middle': { type: multipart, body: part('name="body"').slice(0, -3), status: 400 },
  'a file that ends in the middle': { type: multipart, body: file('a.txt').slice(0, -3), status: 400 },
  'parts that are none': { type: multipart, body: 'body=x', status: 400 },
  'a head without an end': { type: multipart, body: `--knot\r\n${'X-Y: z\r\n'.repeat(5000)}`, status: 400 },
  'a thousand parts': { type: multipart, body: `${part('name="body"').repeat(1000)}--knot--`, status: 413 },
  'six files': { type: multipart, body: `${file('a.txt').repeat(6)}--knot--`, status: 413 },
  'eleven megabytes in a file': {
    type: multipart,
    body: `${part('name="attachment"; filename="a.txt"', 'x'.repeat(11 * MB))}--knot--`,
    status: 413,
  },
  'a field of a megabyte': { type: multipart, body: `${part('name="body"', 'x'.repeat(MB))}--knot--`, status: 413 },
  'a name of a thousand letters': {
    type: multipart,
    body: `${part(`name="${'n'.repeat(1000)}"`)}--knot--`,
    status: 413,
  },
  'a part without a name': { type: multipart, body: `${part('filename="a.txt"')}--knot--`, status: [400, 422] },
  'names that nest': {
    type: multipart,
    body: `${part('name="body[__proto__][admin]"')}${part('name="__proto__[admin]"')}${part('name="subject[]"')}--knot--`,
    status: 422,
  },
  'files that climb': {
    type: multipart,
    body: `${file('../../etc/passwd')}${file('a b/c\\\\d.txt')}--knot--`,
    status: 422,
  },
  'a file whose name has a NUL in it': { type: multipart, body: `${file('a\0.txt')}--knot--`, status: 400 },
}

describe('A body that no page of ours sends', () => {
  for (const [what, { type, body, chunked, status }] of Object.entries(bodies)) {
    it(`is answered with a sentence where it is ${what}, and leaves nothing`, async () => {
      const browser = await signedIn(await createUser())
      const answer = await send(browser, { type, body, chunked, packed: what.startsWith('a packing') })

      expect([status].flat(), html(answer)('h1').text()).to.include(answer.status)
      expectSentence(answer, what)
      expect(await Ticket.count()).to.equal(0)
      expect(Object.keys(Object.prototype)).to.deep.equal([])
      while (globSync(`${config.dataDir}/incoming/*`).length > 0) await new Promise(setImmediate) // or time runs out
    })
  }

  it('makes no account where it has no text in it that anybody typed', async () => {
    const browser = await signedIn(await createUser())
    await send(browser, { type: form, body: 'name=%ff&email=bob@example.net&password=%ff%fe%fd%fc%fb%fa' }, '/register')

    expect(await User.count()).to.equal(1)
  })
})

type Sent = { type: string; body: string; chunked?: boolean; packed?: boolean }

async function send(browser: Visitor, { type, body, chunked, packed }: Sent, path = '/support') {
  const token = String(html(await browser.visit('/support/new'))('[name=_csrf]').val())
  const post = browser.agent.post(path).set('x-csrf-token', token)
  if (packed) post.set('Content-Encoding', 'knots')
  post.set('Content-Type', type)
  if (!chunked) return post.send(body)
  for (let at = 0; at < body.length; at += MB) post.write(body.slice(at, at + MB))
  return post
}
