import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'chai'
import { load } from 'cheerio'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { BookingMove, type Mail } from '../../../src/models/index.ts'
import { post } from '../../../src/services/mail/post.ts'
import { type Template, templates } from '../../../src/services/mail/templates.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { command } from '../../support/command.ts'
import { createAccountToken, createExport, createTicket, createUser } from '../../support/factories.ts'
import { createReport, createReview } from '../../support/learning-factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking, createTimeWish } from '../../support/mentoring-factories.ts'
import { offered, over } from '../../support/sessions-world.ts'
import { createOrderItem, createRefund } from '../../support/shop-factories.ts'

const soon = new Date(Date.now() + 60 * 60 * 1000)

describe('Each of our letters', () => {
  for (const [name, { subject, because }] of Object.entries(templates)) {
    it(`can be written: ${subject.toLowerCase()}`, async () => {
      await write(name as Template)
      await drainQueue()
      const [letter] = await mailbox()
      const page = load(letter!.html)
      page('style').remove()

      expect(letter!.subject).to.equal(subject)
      for (const body of [letter!.text, page('body').text()]) {
        expect(body).to.contain(because)
        expect(body).to.not.match(/undefined|null|Invalid Date|<%|\[object/)
      }
      const linked = page('main a[href]')
        .toArray()
        .map(({ attribs }) => attribs.href!)
      expect(linked.filter((link) => !letter!.text.includes(link))).to.deep.equal([])
    })
  }
})

describe('A letter signed with DKIM', () => {
  it('covers both headers by which it can be ended, as mail programs want them', async () => {
    await write('first-steps')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const dkim = { DKIM_DOMAIN: 'trellis.example', DKIM_SELECTOR: 'test', DKIM_PRIVATE_KEY: pem }
    const { code, complained } = await command('job', ['prune-sessions'], dkim)
    const [letter] = await mailbox()
    const unfolded = letter!.raw.replaceAll(/\r\n\s+/g, '')
    const [signature] = unfolded.match(/^DKIM-Signature: .*$/m)!
    const covered = /; ?h=([^;]+);/.exec(signature)![1]!.toLowerCase().split(':')

    expect(code, complained).to.equal(0)
    expect(signature).to.match(/; ?d=trellis\.example;.*; ?s=test;.*; ?b=[\w+/=]{300,}/)
    expect(covered).to.include.members(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post'])
  })
})

/** Posts it with all that it is about. */
async function write(template: Template): Promise<Mail> {
  const user = await createUser({ marketing: true })
  switch (templates[template].about) {
    case 'account':
      return post(template, { userId: user.id })
    case 'leaving':
      await user.askForErasure(new Date(), 'delete')
      return post(template, { userId: user.id })
    case 'token':
      return post(template, { userId: user.id, aboutId: (await createAccountToken({ userId: user.id })).id })
    case 'ticket':
      return post(template, { ticketId: (await createTicket({ requesterId: user.id })).id })
    case 'session':
      return post(template, { userId: user.id, aboutId: await aSession(user.id, template) })
    case 'export':
      return post(template, { userId: user.id, aboutId: (await readyExport(user.id)).id })
    case 'wish':
      return post(template, { userId: user.id, aboutId: await aWish(user.id) })
    case 'removal':
      return post(template, { userId: user.id, aboutId: (await aRemoval()).id })
    case 'order':
      return post(template, { userId: user.id, aboutId: (await createOrderItem({ buyerId: user.id })).orderId })
    case 'refund':
      return post(template, { userId: user.id, aboutId: (await createRefund({ buyerId: user.id })).id })
    case 'erasure':
      return post(template, { aboutId: await anErasure() })
  }
}

/** It stands as the letter says, and another time is proposed. */
async function aSession(menteeId: string, template: Template) {
  const state = templates[template].states?.[0]
  const reminded = { dayRemindedAt: new Date(), hourRemindedAt: new Date() }
  const ended = { endedBy: 'mentor' as const, endedAt: new Date() }
  const stands = state === 'confirmed' ? {} : state === 'requested' ? { respondBy: soon } : ended
  const times = template === 'how-was-it' ? over() : {}
  const { id, startsAt, endsAt } = await createBooking({ menteeId, state, ...stands, ...reminded, ...times })
  const move = { startsAt, endsAt, state: template === 'move-withdrawn' ? 'withdrawn' : 'open' } as const
  await BookingMove.create({ bookingId: id, proposedBy: 'mentor', ...move })
  return id
}

async function aWish(memberId: string) {
  const { profile } = await offered()
  return (await createTimeWish({ memberId, profileId: profile.id, toldAt: new Date() })).id
}

function readyExport(userId: string) {
  const done = { finishedAt: new Date(), expiresAt: soon, storageKey: 'test/zip', bytes: 3, sha256: 'abc' }
  return createExport({ userId, status: 'ready', ...done })
}

async function aRemoval() {
  const review = await createReview({ removedAt: new Date(), removedBecause: 'spam' })
  return createReport({ reviewId: review.id, state: 'upheld', decidedAt: new Date() })
}

/** Somebody who is gone; their envelope is still there. */
async function anErasure() {
  const leaving = await createUser({ email: 'gone@example.com' })
  await leaving.askForErasure(new Date('2026-01-01'), 'delete')
  return (await new ErasureService().erase(leaving, new Date()))!.id
}
