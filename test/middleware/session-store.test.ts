import { once } from 'node:events'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { createApp } from '../../src/app.ts'
import { Session } from '../../src/models/index.ts'
import { createUser, PASSWORD } from '../support/factories.ts'
import { answered } from '../support/queries.ts'
import { html, visitor } from '../support/visitor.ts'

describe('A session that is ended while one of its requests is under way', () => {
  let server: Server

  before(async () => {
    server = createApp().listen(0)
    await once(server, 'listening')
  })
  after(() => server.close())

  it('stays ended, whatever that request still has to write', async () => {
    const alice = await createUser()
    const thief = visitor()
    const response = await thief.submit('/login', { email: alice.email, password: PASSWORD })
    const cookie = response.headers['set-cookie']![0]!.split(';')[0]!
    const token = String(
      html(await thief.visit('/settings/notifications'))('[name=_csrf]')
        .first()
        .val(),
    )

    const body = new URLSearchParams({ _csrf: token, analytics: 'on' }).toString()
    const slow = post('/settings/notifications', cookie, body.length)
    const hasBegun = answered(/\bsessions\b/)
    slow.write(body.slice(0, 10))
    await hasBegun
    await Session.endAllOf(alice.id)
    slow.end(body.slice(10))
    const [answer] = await once(slow, 'response')

    expect(answer.statusCode).to.equal(303)
    expect(await Session.count({ where: { userId: alice.id } })).to.equal(0)
  })

  function post(path: string, cookie: string, length: number) {
    const { port } = server.address() as AddressInfo
    const headers = {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': length,
      'sec-fetch-site': 'same-origin',
    }
    return request({ port, path, method: 'POST', headers })
  }
})
