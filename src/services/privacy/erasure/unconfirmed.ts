import { Op } from 'sequelize'
import { DAYS_TO_CONFIRM, daysAfter } from '../../../lib/due.ts'
import { User } from '../../../models/index.ts'

/** How many accounts there are whose address nobody has confirmed in the days they had for it. */
export function countUnconfirmed(now: Date) {
  return User.count({ where: unconfirmed(now) })
}

/** Lets them go with the night's erasures: whoever typed that address never came back, and nobody may lose it to them. */
export function letUnconfirmedGo(now: Date) {
  return User.update({ erasureAskedAt: now, erasureDueAt: now }, { where: unconfirmed(now) })
}

function unconfirmed(now: Date) {
  const before = daysAfter(now, -DAYS_TO_CONFIRM)
  return { emailVerifiedAt: null, erasureDueAt: null, createdAt: { [Op.lt]: before } }
}
