import { endOfGrace } from '../../src/lib/due.ts'
import { signedToken } from '../../src/lib/signed-link.ts'
import { Alarm, LegalHold, ProviderEvent, StaffAction, type User } from '../../src/models/index.ts'
import { catalogPages } from './catalog-world.ts'
import {
  createAccountToken,
  createSession,
  createSignIn,
  createStoredFile,
  createTicket,
  createUser,
} from './factories.ts'
import { invoicePages } from './invoices.ts'
import { learningPages } from './learning-world.ts'
import { mentoringPages } from './mentoring-world.ts'
import { sessionPages } from './sessions-world.ts'
import { shopPages } from './shop-world.ts'
import { teachingPages } from './teaching-world.ts'
import { signedIn, type Visitor, visitor } from './visitor.ts'
import { wordsPages } from './words-world.ts'

export type Page = [who: string, page: string]

/** Enough of everything that each form of the site stands on some page, and who finds it there. */
export async function populated() {
  const people = await cast()
  const { alice, support, officer } = people
  const bystander = await createUser({ name: 'bystander', email: 'bystander@example.net', bio: 'bystander' })

  const open = await createTicket({ requesterId: alice.id })
  const resolved = await createTicket({ requesterId: alice.id, resolvedAt: new Date() })
  const visitors = await createTicket({ visitorEmail: 'visitor@example.net' })
  await createTicket({ requesterId: bystander.id, subject: 'bystander' })
  await alice.update({ photoId: (await createStoredFile({ ownerId: alice.id })).id })
  const signIn = await createSignIn({ userId: alice.id })
  await createSignIn({ userId: bystander.id, createdAt: new Date('2025-01-01') }) // long past its time
  await createSession({ userId: alice.id, sess: { signInId: signIn.id } })
  await Alarm.ring('job failed', 'expire-exports')
  await ProviderEvent.create({ event: 'evt_1', type: 'refund.failed', failure: 'StripeFailed 500' })
  await LegalHold.create({
    tableName: 'users',
    recordId: bystander.id,
    reason: 'A claim in court',
    reviewOn: '2099-01-01',
    placedBy: officer.id,
  })
  for (const person of [alice, people.suspended]) {
    for (const staff of [support, officer]) await StaffAction.look(staff, person.id, 'a test of it', new Date())
  }

  const link = async (purpose: 'verify' | 'reset' | 'change' | 'undo') =>
    (await createAccountToken({ userId: alice.id, purpose, address: 'alice.new@example.net' })).token
  const key = signedToken('ticket', visitors.id)
  const words = await wordsPages(alice, people.mentor)
  const doors = ['/register', '/login', '/forgot', '/support/new', '/cookies', '/privacy/receipts']
  const settings = ['profile', 'account', 'security', 'notifications', 'privacy', 'delete'].map(
    (tab) => `/settings/${tab}`,
  )

  const pages: Page[] = [
    ...[
      ...doors,
      `/verify/${await link('verify')}`,
      `/reset/${await link('reset')}`,
      `/settings/account/email/confirmation/${await link('change')}`,
      `/settings/account/email/undoing/${await link('undo')}`,
      `/unsubscribe/${signedToken('unsubscribe', alice.id)}`,
      `/support/${visitors.ref}?key=${key}`,
    ].map((page): Page => ['visitor', page]),
    ...[...settings, '/confirm', `/support/${open.ref}`, `/support/${resolved.ref}`, ...words.learner].map(
      (page): Page => ['alice', page],
    ),
    ...(await catalogPages(alice)).map((page): Page => ['alice', page]),
    ['mentor', '/settings/profile'],
    ...(await learningPages(alice)).map((page): Page => ['alice', page]),
    ...words.author.map((page): Page => ['mentor', page]),
    ...(await teachingPages(people.mentor)).map((page): Page => ['mentor', page]),
    ...(await mentoringPages(people)),
    ...(await sessionPages(people)),
    ...(await invoicePages(alice)),
    ['leaving', '/settings/delete'],
    ...[`/staff/tickets/${open.ref}`, '/staff/people', `/staff/people/${alice.id}`].map(
      (page): Page => ['support', page],
    ),
    ...words.staff.map((page): Page => ['support', page]),
    ['support', `/staff/people/${people.leaving.id}`],
    ['support', `/staff/people/${people.suspended.id}`],
    ...(await shopPages(people)),
    ...['/staff/privacy/retention', '/staff/privacy/holds', '/staff/jobs', '/staff/events'].map(
      (page): Page => ['officer', page],
    ),
  ]
  return { people, pages, visitors, open }
}

/** Their browsers, each signed in once, and again where something has signed them out. */
export function browsersOf(people: Record<string, User>) {
  const open: Record<string, Visitor> = {}

  return async (who: string) => {
    const browser = open[who]
    if (browser && (!people[who] || (await browser.visit('/confirm')).status === 200)) return browser
    open[who] = people[who] ? await signedIn(people[who]) : visitor()
    return open[who]
  }
}

async function cast() {
  const leaves = { erasureAskedAt: new Date(), erasureDueAt: endOfGrace(new Date()) }
  return {
    alice: await createUser({ name: 'Alice Ashby', email: 'alice@example.net', marketing: true }),
    mentor: await createUser({ role: 'mentor', slug: 'mentor' }),
    leaving: await createUser(leaves),
    suspended: await createUser({ suspendedAt: new Date() }),
    support: await createUser({ role: 'support' }),
    officer: await createUser({ role: 'privacy' }),
    admin: await createUser({ role: 'admin' }),
  }
}
