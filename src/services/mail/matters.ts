import { config } from '../../config.ts'
import type { Letter } from '../../gateways/mailer.ts'
import { signedToken } from '../../lib/signed-link.ts'
import { AccountToken, Booking, Erasure, Export, type Mail, Report, Ticket, User } from '../../models/index.ts'
import type { ReportReason } from '../../models/report.ts'
import type { For } from '../../privacy/processors.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'
import { destroyEnvelope, openEnvelope } from '../privacy/erasure/envelope.ts'
import { signedReceipt } from '../privacy/erasure/receipts.ts'
import { appealPath, reasons } from '../words/in-words.ts'
import { orderFacts, refundFacts } from './purchase-facts.ts'
import { sessionFacts } from './session-facts.ts'
import { wishFacts } from './wish-facts.ts'

/** Where a letter goes, and what its views may tell: nothing personal but what has passed the gate. */
type Found = { to: For<'mail', string>; calendar?: Letter['calendar'] } & Record<string, unknown>

const tokenPaths = {
  verify: '/verify',
  reset: '/reset',
  change: '/settings/account/email/confirmation',
  undo: '/settings/account/email/undoing',
}

/**
 * What a letter can be about. Each is read when the letter is written, so that it says what is true then and goes where
 * its person is now. Undefined: there is nobody, or nothing, to write to or about any more.
 */
export const matters = {
  async account(mail: Mail): Promise<Found | undefined> {
    const user = await User.findByPk(mail.userId ?? undefined)
    if (!user) return undefined

    const [{ email, name }] = await disclose('mail', mail.template, user.id, pick(user, 'email', 'name'))
    return { to: email, name, unsubscribe: link('/unsubscribe', 'unsubscribe', user.id) }
  },

  async leaving(mail: Mail): Promise<Found | undefined> {
    const user = await User.findByPk(mail.userId ?? undefined)
    if (!user?.isLeaving) return undefined

    const [known] = await disclose('mail', mail.template, user.id, pick(user, 'email', 'name', 'erasureDueAt'))
    return { to: known.email, name: known.name, erasureDueAt: known.erasureDueAt }
  },

  /** Without a name: nobody has proved yet that the address is theirs, and a stranger's name could be anything. */
  async token(mail: Mail): Promise<Found | undefined> {
    const token = await AccountToken.findByPk(mail.aboutId ?? undefined)
    const user = token && (await User.findByPk(token.userId))
    if (!user || token.usedAt || token.expiresAt < new Date()) return undefined

    const facts = { link: link(tokenPaths[token.purpose], token.purpose, token.id), expiresAt: token.expiresAt }
    if (!token.address) {
      const [{ email }] = await disclose('mail', mail.template, user.id, pick(user, 'email'))
      return { to: email, ...facts }
    }
    const [{ address }] = await disclose('mail', mail.template, user.id, pick(token, 'address'))
    return { to: address!, ...facts }
  },

  /** A visitor, who cannot sign in, gets a link that opens this one ticket. */
  async ticket(mail: Mail): Promise<Found | undefined> {
    const ticket = await Ticket.findByPk(mail.ticketId ?? undefined)
    const user = ticket?.requesterId && (await User.findByPk(ticket.requesterId))
    if (user) {
      const [{ email }] = await disclose('mail', mail.template, user.id, pick(user, 'email'))
      return { to: email, ref: ticket.ref, link: `${config.baseUrl}/support/${ticket.ref}` }
    }
    if (!ticket?.visitorEmail) return undefined

    const [{ visitorEmail }] = await disclose('mail', mail.template, null, pick(ticket, 'visitorEmail'))
    const key = signedToken('ticket', ticket.id)
    return { to: visitorEmail!, ref: ticket.ref, link: `${config.baseUrl}/support/${ticket.ref}?key=${key}` }
  },

  /** A mentor reads of who booked the name, the address and the message, and nothing else (P09). */
  async session(mail: Mail, now: Date): Promise<Found | undefined> {
    const booking = await Booking.findByPk(mail.aboutId ?? undefined, { include: ['mentor', 'mentee'] })
    const side = booking?.sideOf({ id: mail.userId ?? '' })
    return booking && side ? sessionFacts(mail.template, booking, side, now) : undefined
  },

  wish(mail: Mail, now: Date): Promise<Found | undefined> {
    return wishFacts(mail, now)
  },

  order(mail: Mail): Promise<Found | undefined> {
    return orderFacts(mail)
  },

  refund(mail: Mail, now: Date): Promise<Found | undefined> {
    return refundFacts(mail, now)
  },

  async export(mail: Mail): Promise<Found | undefined> {
    const request = await Export.findByPk(mail.aboutId ?? undefined)
    if (!request?.canBeDownloadedAt(new Date())) return undefined
    const user = await User.findByPk(request.userId, { rejectOnEmpty: true })

    const [{ email, name }] = await disclose('mail', mail.template, user.id, pick(user, 'email', 'name'))
    return { to: email, name, link: `${config.baseUrl}/exports/${request.id}`, expiresAt: request.expiresAt }
  },

  /** Why something they wrote was taken down. Not once it has been put back. */
  async removal(mail: Mail): Promise<Found | undefined> {
    const user = await User.findByPk(mail.userId ?? undefined)
    const report = await Report.findByPk(mail.aboutId ?? undefined, { include: ['review', 'comment', 'sessionReview'] })
    const because: ReportReason | null | undefined = report?.reported.removedBecause
    if (!user || !report || !because) return undefined

    const what = report.comment ? 'comment' : 'review'
    const [{ email, name }] = await disclose('mail', mail.template, user.id, pick(user, 'email', 'name'))
    const link = config.baseUrl + appealPath(what, report.reported.id)
    return { to: email, name, what, reason: reasons[because], link }
  },

  /** The last letter. Its person is no more: what is still known of them goes, in this transaction, once it is sent. */
  async erasure(mail: Mail): Promise<Found | undefined> {
    const erasure = await Erasure.findByPk(mail.aboutId ?? undefined)
    const contents = erasure && (await openEnvelope(erasure.id))
    if (!contents) return undefined

    await destroyEnvelope(erasure.id)
    const [{ email, name }] = await disclose(
      'mail',
      mail.template,
      null,
      pick(User.build(contents as never), 'email', 'name'),
    )
    return { to: email, name, erasure, receipt: signedReceipt(erasure) }
  },
}

export type Matter = keyof typeof matters

function link(path: string, purpose: string, id: string) {
  return `${config.baseUrl}${path}/${signedToken(purpose, id)}`
}
