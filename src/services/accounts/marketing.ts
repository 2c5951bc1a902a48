import { sequelize } from '../../db/sequelize.ts'
import { Consent, type User } from '../../models/index.ts'

/** Turns marketing letters on or off, at once and everywhere (P25), and keeps what the person was asked. */
export async function chooseMarketing(user: User, granted: boolean, wording: string, now: Date) {
  if (user.marketing === granted) return

  await sequelize.transaction(async () => {
    await user.update({ marketing: granted })
    await Consent.create({ userId: user.id, purpose: 'marketing', granted, wording, createdAt: now })
  })
}
