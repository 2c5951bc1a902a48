import { sequelize } from '../../db/sequelize.ts'
import { type Device, placeOf } from '../../lib/client.ts'
import { evenly } from '../../lib/evenly.ts'
import { hashPassword, isOutdated, isPassword } from '../../lib/passwords.ts'
import { SignIn, User } from '../../models/index.ts'
import { post } from '../mail/post.ts'
import { sendVerification } from './registration.ts'

type Outcome = { user: User; signIn: SignIn } | 'refused' | 'unverified'

/**
 * Lets the owner of an account in, and nobody else learns whether there is one (P04, P33). Every attempt on an account
 * that exists is noted for its owner; one from a new place is told to them by mail.
 */
export async function signIn(email: string, password: string, device: Device, now: Date): Promise<Outcome> {
  const user = await User.findOne({ where: { email } })
  const isTheirs = await isPassword(password, user?.passwordDigest)

  if (user && isTheirs) return welcome(user, password, device, now)
  await evenly(async () => user && note(user, 'refused', device, now))
  return 'refused'
}

async function welcome(user: User, password: string, device: Device, now: Date): Promise<Outcome> {
  if (isOutdated(user.passwordDigest)) await user.update({ passwordDigest: await hashPassword(password) })

  return sequelize.transaction(async () => {
    if (!user.emailVerifiedAt) {
      await sendVerification(user, now)
      return 'unverified'
    }
    const entry = await note(user, 'signed in', device, now)
    if (entry.newPlace) await post('new-sign-in', { userId: user.id, aboutId: entry.id })
    return { user, signIn: entry }
  })
}

async function note(user: User, outcome: SignIn['outcome'], device: Device, now: Date) {
  const newPlace = outcome === 'signed in' && (await SignIn.isFromNewPlace(user, device, now))
  const { ip, browser, os } = device
  const place = placeOf(ip)
  return SignIn.create({ userId: user.id, outcome, ip, place, newPlace, browser, os, createdAt: now })
}
