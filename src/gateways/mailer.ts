import { createTransport } from 'nodemailer'
import { config } from '../config.ts'
import type { For } from '../privacy/processors.ts'

export type Letter = {
  to: For<'mail', string>
  subject: string
  text: string
  html: string
  /** An entry that mail programs offer to the calendar of who reads it. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
  /** Where one click ends letters of this kind (RFC 8058). Only those that may be ended have it. */
  unsubscribe?: string
}

/** The words of an SMTP server quote addresses, and would end up in logs. Only its code goes on. */
export class NotSent extends Error {
  readonly original: { code: string }

  constructor({ code, responseCode }: { code?: string; responseCode?: number }) {
    super('The letter was not sent.')
    this.name = 'NotSent'
    this.original = { code: [code, responseCode].filter(Boolean).join(' ') }
  }
}

const SECOND = 1000

const transport = createTransport(
  {
    pool: true,
    url: config.smtpUrl,
    maxConnections: 2,
    requireTLS: config.production,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    idleTimeout: 2 * SECOND,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    dkim: config.dkim ? { ...config.dkim, headerFieldNames: signed() } : undefined,
  },
  { from: config.mailFrom },
)

/** Our letters, over SMTP (P13, P32). Keeps a connection for two seconds, and gives up on a silent server in 30. */
export const mailer = {
  /** Resolves once the server has taken the letter. Throws NotSent, which tells a code and no address. */
  async send({ to, subject, text, html, calendar, unsubscribe }: Letter) {
    const list = unsubscribe
      ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : undefined
    // An address as an object is taken as it is: a comma in it makes no second recipient.
    const message = {
      to: { name: '', address: to },
      subject,
      text,
      html,
      icalEvent: calendar,
      headers: { 'Auto-Submitted': 'auto-generated', ...list },
    }

    await transport.sendMail(message).catch((error) => {
      throw new NotSent(error)
    })
  },

  close: () => transport.close(),
}

/** nodemailer's own list leaves out list-unsubscribe-post, and mail programs then show no button. */
function signed() {
  return 'from:to:subject:date:message-id:mime-version:content-type:list-unsubscribe:list-unsubscribe-post'
}
