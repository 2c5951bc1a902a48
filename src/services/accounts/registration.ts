import { sequelize } from '../../db/sequelize.ts'
import { evenly } from '../../lib/evenly.ts'
import { hashPassword } from '../../lib/passwords.ts'
import { isTaken } from '../../lib/taken.ts'
import { AccountToken, Consent, User } from '../../models/index.ts'
import { post } from '../mail/post.ts'
import { adoptTickets } from '../support/adoption.ts'

export type Registration = { name: string; email: string; password: string; role: 'mentee' | 'mentor' }

/**
 * Makes an account that waits for its address to be confirmed. Whether there was one already only its owner learns, by
 * mail. One that was never confirmed may be anybody's: the newest registration takes its place, and its links end.
 */
export async function register({ name, email, password, role }: Registration, now: Date) {
  const details = { name, email, role, passwordDigest: await hashPassword(password) }
  await evenly(() => openOrAnswer(details, now))
}

/** @throws Gone when the link was used or is too old */
export async function verify(link: AccountToken, now: Date) {
  await sequelize.transaction(async () => {
    await link.use(now)
    const user = await User.findByPk(link.userId, { rejectOnEmpty: true })
    await user.update({ emailVerifiedAt: now })
    await adoptTickets(user)
  })
}

/** Sends the link that confirms an address; those sent before open nothing any more. */
export async function sendVerification(user: User, now: Date) {
  const link = await AccountToken.issue('verify', user.id, now)
  await post('verify-address', { userId: user.id, aboutId: link.id })
}

type Details = Omit<Registration, 'password'> & { passwordDigest: string }

async function openOrAnswer(details: Details, now: Date) {
  try {
    await sequelize.transaction(() => openAccount(details, now))
  } catch (error) {
    if (!isTaken(error, 'users_email_key')) throw error
    await sequelize.transaction(() => answerOwner(details, now))
  }
}

async function openAccount(details: Details, now: Date) {
  const user = await User.create({ ...details, over16: true, createdAt: now })
  await agree(user, now)
}

async function answerOwner(details: Details, now: Date) {
  const user = await User.findOne({ where: { email: details.email }, rejectOnEmpty: true })
  if (user.emailVerifiedAt) return post('account-exists', { userId: user.id })
  await user.update({ ...details, createdAt: now })
  await agree(user, now)
}

async function agree(user: User, now: Date) {
  const wording = 'I agree to the terms, and I am 16 or older'
  await Consent.create({ userId: user.id, purpose: 'terms', granted: true, wording, createdAt: now })
  await sendVerification(user, now)
}
