import { sequelize } from '../../db/sequelize.ts'
import { evenly } from '../../lib/evenly.ts'
import { hashPassword } from '../../lib/passwords.ts'
import { AccountToken, Session, User } from '../../models/index.ts'
import { post } from '../mail/post.ts'
import { adoptTickets } from '../support/adoption.ts'

/** Sends the owner of an address a link to a new password. Where there is no account, nothing happens. */
export async function sendReset(email: string, now: Date) {
  await evenly(async () => {
    const user = await User.findOne({ where: { email } })
    if (user) await sequelize.transaction(() => sendLink(user, now))
  })
}

/**
 * Sets a new password by a mailed link, which also confirms the address it was mailed to. Everyone is signed out, and
 * the owner is told.
 * @throws Gone when the link was used or is too old
 */
export async function resetPassword(link: AccountToken, password: string, now: Date) {
  const passwordDigest = await hashPassword(password)
  return sequelize.transaction(async () => {
    await link.use(now)
    const user = await User.findByPk(link.userId, { rejectOnEmpty: true })
    await user.update({ passwordDigest, emailVerifiedAt: user.emailVerifiedAt ?? now })
    await adoptTickets(user)
    await Session.endAllOf(user.id)
    await post('password-changed', { userId: user.id })
    return user
  })
}

async function sendLink(user: User, now: Date) {
  const link = await AccountToken.issue('reset', user.id, now)
  await post('reset-password', { userId: user.id, aboutId: link.id })
}
