import { sequelize } from '../../db/sequelize.ts'
import { hashPassword } from '../../lib/passwords.ts'
import { AccountToken, Session, type User } from '../../models/index.ts'
import { post } from '../mail/post.ts'

/** Sets a new password for somebody who knew the old one. Every session but this one ends, and a mailed link to reset it. */
export async function changePassword(user: User, password: string, sessionId: string) {
  const passwordDigest = await hashPassword(password)
  await sequelize.transaction(async () => {
    await user.update({ passwordDigest })
    await Session.endAllOf(user.id, { except: sessionId })
    await AccountToken.destroy({ where: { userId: user.id, purpose: 'reset', usedAt: null } })
    await post('password-changed', { userId: user.id })
  })
}
