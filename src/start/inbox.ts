import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where the mail of demo mode arrives: maildev, reached from this machine only, with no way out of it.
 * It stands for everybody's own mailbox, so it is no part of our data: the last thousand mails lie in a temporary
 * folder. Answers the function that stops it and empties it.
 */
export async function openInbox({ web, smtp }: { web: number; smtp: number }) {
  const { MailDev } = await import('maildev')
  const mailDirectory = await mkdtemp(join(tmpdir(), 'trellis-inbox-'))
  const inbox = new MailDev({
    web,
    smtp,
    webIp: '127.0.0.1',
    ip: '127.0.0.1',
    mailDirectory,
    maxEmails: 1000,
    silent: true,
  })

  await inbox.start()
  return async () => {
    await inbox.stop()
    await rm(mailDirectory, { recursive: true, force: true })
  }
}
