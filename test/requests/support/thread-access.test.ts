import { expect } from 'chai'
import { signedToken } from '../../../src/lib/signed-link.ts'
import { TicketReply } from '../../../src/models/index.ts'
import { createTicket, createTicketNote, createTicketReply, createUser } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('The key of a ticket that has become an account’s', () => {
  it('leads its owner there once they are signed in, and nobody else', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    const path = `/support/${ticket.ref}?key=${signedToken('ticket', ticket.id)}`

    expect((await (await signedIn(alice)).visit(path)).status).to.equal(200)
    expect((await (await signedIn(await createUser())).visit(path)).status).to.equal(404)
    expect((await visitor().visit(path)).headers.location).to.match(/^\/login/)
  })
})

describe('A stranger', () => {
  it('finds no ticket of Alice, whatever they try', async () => {
    const alice = await createUser({ name: 'Alice' })
    const ticket = await createTicket({ requesterId: alice.id, subject: 'Between us' })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
    const bob = await signedIn(await createUser({ name: 'Bob' }))

    for (const path of [
      `/support/${ticket.ref}`,
      `/support/${ticket.ref}/files/${ticket.id}`,
      '/support/TR-00000000',
      '/support/%00',
    ]) {
      expect((await bob.visit(path)).status, path).to.equal(404)
    }
    for (const act of ['replies', 'closing', 'reopening']) {
      const response = await bob.submit(
        `/support/${ticket.ref}/${act}`,
        { body: 'Let me in' },
        { from: '/support/new' },
      )
      expect(response.status, act).to.equal(404)
    }
    expect(await TicketReply.count()).to.equal(1)
  })

  it('is asked to sign in where nobody is, and learns nothing by it', async () => {
    const ticket = await createTicket({ requesterId: (await createUser()).id })

    for (const ref of [ticket.ref, 'TR-00000000']) {
      const response = await visitor().visit(`/support/${ref}`)
      expect(response.headers.location).to.match(/^\/login/)
    }
  })
})

describe('A note of our staff', () => {
  it('is on no page its requester can reach', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
    await createTicketNote({ ticketId: ticket.id, requesterId: alice.id, body: 'Between colleagues only' })
    const browser = await signedIn(alice)

    const seen = new Set<string>()
    const ahead = ['/', '/support', `/support/${ticket.ref}`, '/support/new']
    while (ahead.length > 0) {
      const path = ahead.pop()!
      if (seen.has(path)) continue
      seen.add(path)
      const response = await browser.visit(path)
      expect(response.text, path).to.not.contain('Between colleagues')
      const links = html(response)('a[href^="/"]').toArray()
      ahead.push(
        ...links.map(({ attribs }) => attribs.href!.replace(/#.*/, '')).filter((link) => !link.startsWith('/.')),
      )
    }
    expect(seen).to.include(`/support/${ticket.ref}`)
  })
})
