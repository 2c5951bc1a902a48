import { sequelize } from '../../db/sequelize.ts'
import { mailer } from '../../gateways/mailer.ts'
import { log } from '../../lib/log.ts'
import { Mail } from '../../models/index.ts'
import { writeLetter } from './letter.ts'

/**
 * Writes and sends a letter that waits. That it left, and what left in it, is recorded together and only if it did. Should
 * the record fail after the server took the letter, it goes a second time: better twice than never. Throws NotSent.
 */
export async function sendMail(id: string, now: Date) {
  const mail = await Mail.findOne({ where: { id, status: 'queued' } })
  if (!mail) return

  await mail.increment('attempts')
  const status = await sequelize.transaction(async () => {
    const letter = await writeLetter(mail, now)
    if (letter) await mailer.send(letter)
    const { status } = await mail.update({ status: letter ? 'sent' : 'dropped', settledAt: now })
    return status
  })
  log.info({ mail: id, template: mail.template, outcome: status })
}

/** After a day of attempts the row says so, where staff see it. */
export async function giveUpMail(id: string, now: Date) {
  const [count] = await Mail.update({ status: 'given up', settledAt: now }, { where: { id, status: 'queued' } })
  if (count) log.warn({ mail: id, outcome: 'given up' })
}
