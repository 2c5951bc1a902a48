import { createHash, randomBytes } from 'node:crypto'
import type { CreationAttributes } from 'sequelize'
import { v7 } from 'uuid'
import {
  AccountToken,
  Consent,
  Disclosure,
  Export,
  ExportDownload,
  LegalHold,
  Mail,
  Session,
  SignIn,
  StaffAction,
  StoredFile,
  Ticket,
  TicketNote,
  TicketReply,
  User,
} from '../../src/models/index.ts'

/** Each factory makes a row that is valid by itself; a test names only what it cares about. */

export const PASSWORD = 'correct horse battery'
const PASSWORD_DIGEST = '$2b$05$UVRaZD846Aa3cGoB.q7SvuA/JXkvhXNdzPAi8bys.Xr.1rPygt64S'

let sequence = 0
const next = () => ++sequence
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

type Some<M extends import('sequelize').Model> = Partial<CreationAttributes<M>>

export function createUser(overrides: Some<User> = {}) {
  const n = next()
  return User.create({
    name: `Member ${n}`,
    email: `member-${n}@example.com`,
    emailVerifiedAt: new Date(),
    passwordDigest: PASSWORD_DIGEST,
    role: 'mentee',
    over16: true,
    ...overrides,
  })
}

export async function createSignIn(overrides: Some<SignIn> = {}) {
  return SignIn.create({
    userId: overrides.userId ?? (await createUser()).id,
    outcome: 'signed in',
    ip: '203.0.113.7',
    place: '203.0.113.0/24',
    newPlace: false,
    browser: 'Firefox 145.0',
    os: 'Linux',
    ...overrides,
  })
}

export function createSession({ userId, ...overrides }: Some<Session> = {}) {
  return Session.create({
    sid: `session-${next()}`,
    expire: inDays(1),
    ...overrides,
    sess: { ...overrides.sess, userId },
  })
}

export async function createAccountToken(overrides: Some<AccountToken> = {}) {
  const userId = overrides.userId ?? (await createUser()).id
  return AccountToken.create({ userId, purpose: 'verify', expiresAt: inDays(1), ...overrides })
}

export async function createConsent(overrides: Some<Consent> = {}) {
  const userId = overrides.userId ?? (await createUser()).id
  return Consent.create({ userId, purpose: 'terms', granted: true, wording: 'Terms of 2026-11-23', ...overrides })
}

export function createTicket(overrides: Some<Ticket> = {}) {
  return Ticket.create({
    ref: `TR-${String(next()).padStart(6, '0')}`,
    requesterId: null,
    category: 'general',
    queue: 'support',
    subject: 'No sound',
    browser: 'Firefox 145.0',
    os: 'Linux',
    dueAt: inDays(3),
    ...(overrides.resolvedAt ? { status: 'resolved' as const } : {}),
    ...overrides,
  })
}

export async function createTicketReply(overrides: Some<TicketReply> = {}) {
  const ticketId = overrides.ticketId ?? (await createTicket({ resolvedAt: new Date() })).id
  return TicketReply.create({ ticketId, side: 'requester', body: 'Have you turned it on?', ...overrides })
}

export async function createTicketNote(overrides: Some<TicketNote> = {}) {
  const ticketId = overrides.ticketId ?? (await createTicket({ resolvedAt: new Date() })).id
  return TicketNote.create({ ticketId, staffId: null, body: 'Knows the answer already.', ...overrides })
}

/** A row without its object: what needs the bytes puts them into storage itself. */
export async function createStoredFile(overrides: Some<StoredFile> = {}) {
  return StoredFile.create({
    ownerId: overrides.ownerId ?? (await createUser()).id,
    purpose: 'photo',
    storageKey: `test/${randomBytes(16).toString('hex')}`,
    name: 'me.jpg',
    mediaType: 'image/jpeg',
    bytes: 3,
    sha256: createHash('sha256').update('abc').digest('hex'),
    ...overrides,
  })
}

export async function createExport(overrides: Some<Export> = {}) {
  return Export.create({ userId: overrides.userId ?? (await createUser()).id, dueAt: inDays(30), ...overrides })
}

export async function createExportDownload(overrides: Some<ExportDownload> = {}) {
  const userId = overrides.userId ?? (await createUser()).id
  const exportId = overrides.exportId ?? (await createExport({ userId, status: 'expired' })).id
  return ExportDownload.create({ exportId, userId, browser: 'Firefox 145.0', os: 'Linux', ...overrides })
}

export async function createDisclosure(overrides: Some<Disclosure> = {}) {
  const userId = overrides.userId ?? (await createUser()).id
  return Disclosure.create({ userId, processor: 'mail', purpose: 'a letter', fields: ['users.email'], ...overrides })
}

export function createStaffAction(overrides: Some<StaffAction> = {}) {
  return StaffAction.create({ staffId: null, action: 'opened a ticket', reason: 'to answer it', ...overrides })
}

export function createMail(overrides: Some<Mail> = {}) {
  return Mail.create({ template: 'verify-address', ...overrides })
}

/** One that has been let go; `releasedAt: null` makes it hold. */
export function createLegalHold(overrides: Some<LegalHold> = {}) {
  const claim = { tableName: 'tickets', recordId: v7(), reason: 'Claim 7 of 2026 needs it', reviewOn: '2027-01-01' }
  return LegalHold.create({ ...claim, placedBy: null, releasedAt: new Date(), ...overrides })
}
