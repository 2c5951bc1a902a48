import { sequelize } from '../../db/sequelize.ts'
import { type Device, placeOf } from '../../lib/client.ts'
import { hashPassword, isOutdated, isPassword } from '../../lib/passwords.ts'
import { SignIn, User } from '../../models/index.ts'

type Outcome = { user: User; signIn: SignIn } | 'refused' | 'unverified'

/**
 * Lets the owner of an account in, and nobody else learns whether there is one (P04, P33). Every attempt on an account
 * that exists is noted for its owner; one from a new place is told to them by mail.
 */
export async function signIn(email: string, password: string, device: Device, now: Date): Promise<Outcome> {
  const user = await User.findOne({ where: { email } })
  const isTheirs = await isPassword(password, user?.passwordDigest)
  if (!user) return 'refused'

  if (!isTheirs) {
    await note(user, 'refused', device, now)
    return 'refused'
  }
  if (isOutdated(user.passwordDigest)) await user.update({ passwordDigest: await hashPassword(password) })
  if (!user.emailVerifiedAt) return 'unverified'

  return { user, signIn: await sequelize.transaction(() => note(user, 'signed in', device, now)) }
}

async function note(user: User, outcome: SignIn['outcome'], { ip, browser, os }: Device, now: Date) {
  const place = placeOf(ip)
  return SignIn.create({ userId: user.id, outcome, ip, place, newPlace: false, browser, os, createdAt: now })
}
