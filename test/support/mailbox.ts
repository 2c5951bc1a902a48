import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { config } from '../../src/config.ts'
import { mailer } from '../../src/gateways/mailer.ts'

export type ReceivedLetter = {
  to: string
  subject: string
  text: string
  html: string
  /** The paths on our site that the letter links to, in order. */
  links: string[]
  /** What is meant for a calendar, its lines unfolded. */
  calendar: string
  headers: ParsedMail['headers']
  raw: string
}

let received: ReceivedLetter[] = []
let server: SMTPServer | undefined

/** A real SMTP server, at the port where ours sends its letters, for every test file that imports this one. */
before(openMailbox)
beforeEach(() => {
  received = []
})
after(async () => {
  mailer.close()
  await closeMailbox()
})

/** The letters that have arrived during this test, oldest first. Those that still wait come with `drainQueue()`. */
export async function mailbox() {
  return received
}

export async function openMailbox() {
  server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData })
  server.on('error', () => {})
  await once(server.listen(Number(new URL(config.smtpUrl).port), '127.0.0.1'), 'listening')
}

export async function closeMailbox() {
  await new Promise<void>((closed) => (server ? server.close(closed) : closed()))
  server = undefined
}

function onData(stream: NodeJS.ReadableStream, _session: unknown, taken: (error?: Error | null) => void) {
  buffer(stream)
    .then(read)
    .then(
      (letter) => {
        received.push(letter)
        taken()
      },
      (error) => taken(error),
    )
}

async function read(raw: Buffer): Promise<ReceivedLetter> {
  const { to, subject = '', text = '', html, headers, attachments } = await simpleParser(raw)
  const addresses = [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))
  const links = [...text.matchAll(/https?:\/\/[^\s>]+/g)].map(([link]) => link)
  const ours = links
    .filter((link) => link.startsWith(`${config.baseUrl}/`))
    .map((link) => link.slice(config.baseUrl.length))
  const [entry] = attachments.filter(({ filename }) => filename === 'invite.ics')
  const calendar = entry?.content.toString().replaceAll('\r\n ', '') ?? ''
  return {
    to: addresses.join(', '),
    subject,
    text,
    html: html || '',
    links: ours,
    calendar,
    headers,
    raw: raw.toString(),
  }
}
