import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { AccountToken, Mail, Session, Ticket } from '../../../src/models/index.ts'
import { createTicket, createUser, PASSWORD } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const path = '/settings/account'

async function alice() {
  const user = await createUser({ email: 'old@example.com' })
  const browser = await signedIn(user)
  const ask = (fields: object = {}) =>
    browser.submit(`${path}/email`, { email: 'new@example.com', password: PASSWORD, ...fields }, { from: path })
  return { user, browser, ask }
}

/** What a person does with a letter: follows its link and presses the button there. */
async function press(subject: string) {
  await drainQueue()
  const letter = (await mailbox()).findLast((letter) => letter.subject === subject)!
  const link = letter.links[0]!
  await visitor().visit(link).expect(200)
  return { to: letter.to, link, response: await visitor().submit(link, {}, { from: '/' }) }
}

describe('POST /settings/account/email', () => {
  it('changes nothing until the new address is confirmed there', async () => {
    const { user, ask } = await alice()

    expect((await ask()).status).to.equal(303)
    expect((await user.reload()).email).to.equal('old@example.com')

    const { to, response } = await press('Confirm your new address')
    expect(to).to.equal('new@example.com')
    expect(response.status).to.equal(303)
    expect((await user.reload()).email).to.equal('new@example.com')
  })

  it('answers alike when the address has an account, and writes to its owner', async () => {
    const { user, browser, ask } = await alice()
    const bob = await createUser({ email: 'bob@example.com' })
    const seen = async (email: string) => {
      const { status, headers } = await ask({ email })
      return [status, headers.location, html(await browser.visit(path))('#flash').text()]
    }

    expect(await seen('bob@example.com')).to.deep.equal(await seen('new@example.com'))
    expect(await Mail.findOne({ where: { userId: bob.id } })).to.include({ template: 'account-exists' })
    expect((await user.reload()).email).to.equal('old@example.com')
  })

  it('asks for the password, and for an address that can be one', async () => {
    const { ask } = await alice()
    for (const fields of [{ password: 'wrong' }, { email: 'nonsense' }, { email: 'OLD@example.com' }, { email: '' }]) {
      expect((await ask(fields)).status).to.equal(422)
    }
    expect(await AccountToken.count()).to.equal(0)
  })
})

describe('POST /settings/account/email/confirmation/:token', () => {
  it('ends the links that were mailed to the old address, and brings the tickets of the new one', async () => {
    const { user, ask } = await alice()
    const reset = await AccountToken.issue('reset', user.id, new Date())
    const { id } = await createTicket({ visitorEmail: 'new@example.com' })
    await ask()

    const { link } = await press('Confirm your new address')

    await visitor().visit(`/reset/${reset.token}`).expect(410)
    await visitor().visit(link).expect(410)
    expect(await Ticket.findByPk(id)).to.include({ requesterId: user.id })
  })

  it('takes the address from an account that never confirmed it, which goes that night', async () => {
    const holder = await createUser({ email: 'new@example.com', emailVerifiedAt: null })
    const verify = await AccountToken.issue('verify', holder.id, new Date())
    const { user, ask } = await alice()
    await ask()

    expect((await press('Confirm your new address')).response.status).to.equal(303)

    expect((await user.reload()).email).to.equal('new@example.com')
    expect((await holder.reload()).isLeaving).to.equal(true)
    await visitor().visit(`/verify/${verify.token}`).expect(410)
  })

  it('says so when somebody else was faster', async () => {
    const { user, ask } = await alice()
    await ask()
    await createUser({ email: 'new@example.com' })

    expect((await press('Confirm your new address')).response.status).to.equal(409)
    expect((await user.reload()).email).to.equal('old@example.com')
  })
})

describe('POST /settings/account/email/undoing/:token', () => {
  it('gives the account back to the old address, and signs everyone out', async () => {
    const { user, ask } = await alice()
    await ask()
    await press('Confirm your new address')

    const { to, response } = await press('Your address was changed')

    expect(to).to.equal('old@example.com')
    expect(response.headers.location).to.equal('/forgot')
    expect((await user.reload()).email).to.equal('old@example.com')
    expect(await Session.count({ where: { userId: user.id } })).to.equal(0)
  })

  it('leaves a thief who moved on twice no way back', async () => {
    const { user, ask } = await alice()
    await ask({ email: 'thief@example.com' })
    await press('Confirm your new address')
    const owners = await AccountToken.findOne({ where: { purpose: 'undo' }, rejectOnEmpty: true })
    await ask({ email: 'thief-2@example.com' })
    await press('Confirm your new address')
    const thiefs = await AccountToken.findOne({
      where: { address: 'thief@example.com', purpose: 'undo' },
      rejectOnEmpty: true,
    })

    await visitor().submit(`${path}/email/undoing/${owners.token}`, {}, { from: '/' })
    const late = await visitor().submit(`${path}/email/undoing/${thiefs.token}`, {}, { from: '/' })

    expect(late.status).to.equal(410)
    expect((await user.reload()).email).to.equal('old@example.com')
  })

  it('is too late after seven days', async () => {
    const { user, ask } = await alice()
    await ask()
    await press('Confirm your new address')
    const link = await AccountToken.findOne({ where: { purpose: 'undo' }, rejectOnEmpty: true })
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).to.equal(7 * 24 * 60 * 60 * 1000)

    await link.update({ expiresAt: new Date(Date.now() - 1) })
    await visitor().visit(`${path}/email/undoing/${link.token}`).expect(410)
    expect((await user.reload()).email).to.equal('new@example.com')
  })
})
