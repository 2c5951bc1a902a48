import { Op } from 'sequelize'
import { wallAt } from '../../lib/zones.ts'
import { Booking, type User } from '../../models/index.ts'

const MOST = 100
const [EARLIEST, LATEST] = ['07:00', '22:00']

/** What a mentor has promised that is before seven or after ten at night by the clocks where they are now. One statement. */
export async function sessionsAtOddHours({ id, timeZone }: User, now: Date) {
  const ahead = await Booking.findAll({
    attributes: ['id', 'title', 'startsAt', 'endsAt'],
    where: { mentorId: id, state: ['requested', 'confirmed'], startsAt: { [Op.gt]: now } },
    order: ['startsAt'],
    limit: MOST,
  })
  return ahead.filter(({ startsAt, endsAt }) => isOdd(wallAt(timeZone, startsAt), wallAt(timeZone, endsAt)))
}

function isOdd(from: string, until: string) {
  const isOverMidnight = from.slice(0, 10) !== until.slice(0, 10)
  return from.slice(11) < EARLIEST || until.slice(11) > LATEST || isOverMidnight
}
