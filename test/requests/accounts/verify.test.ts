import { expect } from 'chai'
import { AccountToken, StoredFile, Ticket, TicketNote, TicketReply } from '../../../src/models/index.ts'
import {
  createAccountToken,
  createStoredFile,
  createTicket,
  createTicketNote,
  createTicketReply,
  createUser,
} from '../../support/factories.ts'
import { html, visitor } from '../../support/visitor.ts'

async function newcomer() {
  const user = await createUser({ email: 'alice@example.com', emailVerifiedAt: null })
  const { token } = await AccountToken.issue('verify', user.id, new Date())
  return { user, path: `/verify/${token}` }
}
const press = (path: string) => visitor().submit(path, {}, { from: '/' })

describe('GET /verify/:token', () => {
  it('changes nothing and sets no cookie: only the button counts', async () => {
    const { user, path } = await newcomer()

    const response = await visitor().visit(path).expect(200)

    expect(html(response)('main form button').text()).to.equal('This is my address')
    expect(response.headers).not.to.have.property('set-cookie')
    expect((await user.reload()).emailVerifiedAt).to.equal(null)
  })

  it('is a 404 for a link that is not ours, or was made for something else', async () => {
    const { token } = await createAccountToken({ purpose: 'reset' })
    await visitor().visit('/verify/no-such-token').expect(404)
    await visitor().visit(`/verify/${token}`).expect(404)
  })
})

describe('POST /verify/:token', () => {
  it('confirms the address, once', async () => {
    const { user, path } = await newcomer()

    expect((await press(path)).status).to.equal(303)
    expect((await user.reload()).emailVerifiedAt).to.be.a('date')
    const again = await press(path)
    expect(again.status).to.equal(410)
    expect(html(again)('main a[href="/login"]'), 'a way on').to.have.lengthOf(1)
  })

  it('is too late after 24 hours', async () => {
    const { user, path } = await newcomer()
    await AccountToken.update({ expiresAt: new Date(Date.now() - 1) }, { where: {} })

    expect((await press(path)).status).to.equal(410)
    expect((await user.reload()).emailVerifiedAt).to.equal(null)
  })

  it('is refused when another site sends it', async () => {
    const { path } = await newcomer()
    const response = await visitor().submit(path, {}, { from: '/', headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect(response.status).to.equal(403)
  })

  it('makes the tickets theirs that were opened with that address, whole, and nobody else’s', async () => {
    const { user, path } = await newcomer()
    const { id: ticketId } = await createTicket({ visitorEmail: 'Alice@example.com' })
    const { id: replyId } = await createTicketReply({ ticketId })
    await createTicketNote({ ticketId })
    await createStoredFile({ ownerId: null, ticketId, replyId, purpose: 'attachment' })
    const bobs = await createTicket({ visitorEmail: 'bob@example.com' })

    await press(path)

    expect(await Ticket.findByPk(ticketId)).to.include({ requesterId: user.id, visitorEmail: null })
    expect(await TicketReply.count({ where: { requesterId: user.id } })).to.equal(1)
    expect(await TicketNote.count({ where: { requesterId: user.id } })).to.equal(1)
    expect(await StoredFile.count({ where: { ownerId: user.id } })).to.equal(1)
    expect((await bobs.reload()).requesterId).to.equal(null)
  })
})
