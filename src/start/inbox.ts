import { mkdir } from 'node:fs/promises'
import { config } from '../config.ts'

/**
 * Where the mail of demo mode arrives: maildev, reached from this machine only, with no way out of it.
 * It keeps the last thousand mails in the data folder. Answers the function that stops it.
 */
export async function openInbox({ web, smtp }: NonNullable<typeof config.inbox>) {
  const { MailDev } = await import('maildev')
  const mailDirectory = `${config.dataDir}/inbox`
  await mkdir(mailDirectory, { recursive: true, mode: 0o700 })
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
  return () => inbox.stop()
}
