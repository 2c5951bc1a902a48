import { sequelize } from '../../db/sequelize.ts'
import { Conflict } from '../../errors.ts'
import { evenly } from '../../lib/evenly.ts'
import { isTaken } from '../../lib/taken.ts'
import { AccountToken, Session, User } from '../../models/index.ts'
import { post } from '../mail/post.ts'
import { adoptTickets } from '../support/adoption.ts'

/** Asks the new address whether it wants to be one. Of an address that has an account already only its owner learns. */
export async function askNewAddress(user: User, address: string, now: Date) {
  await evenly(() =>
    sequelize.transaction(async () => {
      const owner = await User.findOne({ where: { email: address } })
      if (owner?.emailVerifiedAt) return post('account-exists', { userId: owner.id })

      const link = await AccountToken.issue('change', user.id, now, address)
      return post('confirm-new-address', { userId: user.id, aboutId: link.id })
    }),
  )
}

/** Moves an account to its new address, and leaves its owner a week in which the old one can take it back. */
export async function moveToNewAddress(link: AccountToken, now: Date) {
  const user = await User.findByPk(link.userId, { rejectOnEmpty: true })
  await unlessTaken(async () => {
    await link.use(now)
    const way = await AccountToken.issue('undo', user.id, now, user.email)
    await clear(link.address!, now)
    await user.update({ email: link.address!, emailVerifiedAt: now })
    await endLinks(user)
    await adoptTickets(user)
    await post('email-changed', { userId: user.id, aboutId: way.id })
  })
}

/**
 * Gives an account back to its old address. Whoever took it away knew the password and has sessions and links: all of
 * these end, the ways back to an address that came later too.
 */
export async function returnToOldAddress(link: AccountToken, now: Date) {
  const user = await User.findByPk(link.userId, { rejectOnEmpty: true })
  await unlessTaken(async () => {
    await link.use(now)
    await clear(link.address!, now)
    await user.update({ email: link.address!, emailVerifiedAt: now })
    await endLinks(user)
    await AccountToken.endUndoingSince(link)
    await Session.endAllOf(user.id)
  })
}

async function endLinks({ id }: User) {
  await AccountToken.destroy({ where: { userId: id, purpose: ['reset', 'change'], usedAt: null } })
}

/** An account whose address nobody ever confirmed gives way to whoever has, and goes with the night's erasures. */
async function clear(address: string, now: Date) {
  const holder = await User.findOne({ where: { email: address, emailVerifiedAt: null } })
  if (!holder) return

  await AccountToken.destroy({ where: { userId: holder.id } })
  await holder.update({ email: `${holder.subjectId}@unconfirmed.invalid`, erasureAskedAt: now, erasureDueAt: now })
}

async function unlessTaken(work: () => Promise<void>) {
  try {
    await sequelize.transaction(work)
  } catch (error) {
    throw isTaken(error, 'users_email_key') ? new Conflict(taken) : error
  }
}

const taken = 'That address belongs to another account by now. Please write to support, a person will sort it out.'
