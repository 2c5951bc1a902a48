import { expect } from 'chai'
import { load } from 'cheerio'
import { sequelize } from '../../../src/db/sequelize.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { readToken } from '../../../src/lib/signed-link.ts'
import { Disclosure, Mail } from '../../../src/models/index.ts'
import { post } from '../../../src/services/mail/post.ts'
import { createAccountToken, createExport, createTicket, createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'

const day = 24 * 60 * 60 * 1000

describe('A letter', () => {
  it('reaches its person with the same words as text and as HTML, and with our name', async () => {
    const alice = await createUser({ name: 'Alice', email: 'alice@example.com' })
    await post('password-changed', { userId: alice.id })
    await drainQueue()
    const [letter, ...more] = await mailbox()

    expect(more).to.deep.equal([])
    expect(letter).to.include({ to: 'alice@example.com', subject: 'Your password was changed' })
    expect(letter!.text).to.match(/^Hello Alice,\n\nthe password of your account was changed/)
    expect(load(letter!.html)('main').text()).to.contain('the password of your account was changed')
    expect(letter!.links).to.deep.equal(['/forgot', '/support/new'])
  })

  it('loads nothing from anywhere (P05)', async () => {
    await post('password-changed', { userId: (await createUser()).id })
    await drainQueue()
    const page = load((await mailbox())[0]!.html)

    expect(page('img, script, link, iframe, [src], [background]').length).to.equal(0)
  })

  it('is not posted when what it tells about did not happen', async () => {
    const alice = await createUser()
    const undone = sequelize.transaction(async () => {
      await post('password-changed', { userId: alice.id })
      throw new Error('It did not happen.')
    })
    await undone.catch(() => {})
    await drainQueue()

    expect(await mailbox()).to.deep.equal([])
    expect(await Mail.count()).to.equal(0)
  })

  it('goes where its person is when it leaves, not where they were when it was posted', async () => {
    const alice = await createUser({ email: 'old@example.com' })
    await post('password-changed', { userId: alice.id })
    await alice.update({ email: 'new@example.com' })
    await drainQueue()

    expect((await mailbox())[0]).to.include({ to: 'new@example.com' })
  })

  it('to confirm a new address goes to that address, and names nobody', async () => {
    const alice = await createUser({ name: 'Alice', email: 'alice@example.com' })
    const token = await createAccountToken({ userId: alice.id, purpose: 'change', address: 'new@example.com' })
    await post('confirm-new-address', { userId: alice.id, aboutId: token.id })
    await drainQueue()
    const [letter] = await mailbox()

    expect(letter!.to).to.equal('new@example.com')
    expect(letter!.raw).to.not.contain('Alice')
    expect(readToken('change', letter!.links[0]!.split('/').at(-1))).to.equal(token.id)
  })

  it('about a ticket brings a visitor a link of their own, and a member the plain one', async () => {
    const alice = await createUser()
    const [asked, visited] = [
      await createTicket({ requesterId: alice.id }),
      await createTicket({ visitorEmail: 'v@example.com' }),
    ]
    await post('ticket-answered', { userId: alice.id, ticketId: asked.id })
    await post('ticket-answered', { ticketId: visited.id })
    await drainQueue()
    const letters = await mailbox()
    const linkOf = (to: string) => letters.find((letter) => letter.to === to)!.links[0]!

    expect(linkOf(alice.email)).to.equal(`/support/${asked.ref}`)
    expect(readToken('ticket', new URL(linkOf('v@example.com'), 'http://x').searchParams.get('key'))).to.equal(
      visited.id,
    )
  })
})

describe('A letter that is not to be sent any more', () => {
  it('is dropped when its person, its link or its file is gone', async () => {
    const used = await createAccountToken({ usedAt: new Date() })
    const late = await createAccountToken({ expiresAt: new Date(Date.now() - 1) })
    const expired = await createExport({ status: 'expired' })
    const nobody = await createTicket()
    await post('reset-password', { userId: used.userId, aboutId: used.id })
    await post('verify-address', { userId: late.userId, aboutId: late.id })
    await post('export-ready', { userId: expired.userId, aboutId: expired.id })
    await post('ticket-answered', { ticketId: nobody.id })
    await post('password-changed', {})
    await drainQueue()

    expect(await mailbox()).to.deep.equal([])
    expect(await Mail.count({ where: { status: 'dropped' } })).to.equal(5)
    expect(await Disclosure.count()).to.equal(0)
  })

  it('is dropped when the person does not want letters of its kind at the moment it would leave (P08, P25)', async () => {
    const alice = await createUser({ marketing: true })
    await post('first-steps', { userId: alice.id })
    await alice.update({ marketing: false })
    for (const state of [
      { suspendedAt: new Date() },
      { erasureAskedAt: new Date(), erasureDueAt: new Date(Date.now() + day) },
    ]) {
      await post('first-steps', { userId: (await createUser({ marketing: true, ...state })).id })
    }
    await drainQueue()

    expect(await mailbox()).to.deep.equal([])
  })
})
