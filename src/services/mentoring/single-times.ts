import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { instantAt } from '../../lib/zones.ts'
import { SingleTime } from '../../models/index.ts'
import { dayIn } from './week-of-times.ts'

/** A session that a mentor has promised for a time at which they will be away. */
export type Clash = { timeId: string; id: string; title: string; startsAt: Date; state: string; mentee: string | null }

/** Times that are still ahead, each kind in order; and the sessions that stand in the way of being away. Two statements. */
export async function singleTimesOf(mentorId: string, zone: string, now: Date) {
  const [times, { rows: clashes }] = await Promise.all([
    SingleTime.findAll({ where: { mentorId, endsAt: { [Op.gt]: now } }, order: ['startsAt'] }),
    sql<Clash>(
      `select s.id as "timeId", b.id, b.title, b.starts_at as "startsAt", b.state, m.name as mentee
       from single_times s
       join bookings b on b.mentor_id = s.mentor_id and b.starts_at < s.ends_at and b.ends_at > s.starts_at
       left join users m on m.id = b.mentee_id
       where s.mentor_id = $mentorId and s.kind = 'away' and b.state in ('requested', 'confirmed') and b.ends_at > $now
       order by b.starts_at`,
      { mentorId, now: now.toISOString() },
    ),
  ])
  const withClashes = times.map((time) => ({
    time,
    days: wholeDays(time, zone),
    clashes: clashes.filter(({ timeId }) => timeId === time.id),
  }))
  return {
    away: withClashes.filter(({ time }) => time.kind === 'away'),
    open: withClashes.filter(({ time }) => time.kind === 'open'),
  }
}

const HOUR = 60 * 60 * 1000

/** Noon of the first and of the last day, where a time is made of whole days on the clocks of a zone. */
function wholeDays({ startsAt, endsAt }: SingleTime, zone: string) {
  const [first, behind] = [startsAt, endsAt].map((midnight) => dayFrom(midnight, zone))
  if (!first || !behind) return undefined
  const last = dayIn(zone, new Date(endsAt.getTime() - HOUR))
  return { first: instantAt(zone, `${first}T12:00`), last: instantAt(zone, `${last}T12:00`), isOne: first === last }
}

/** The day that begins at an instant. Where the clocks change at midnight it begins an hour beside it. */
function dayFrom(midnight: Date, zone: string) {
  const day = dayIn(zone, new Date(midnight.getTime() + HOUR))
  return instantAt(zone, `${day}T00:00`).getTime() === midnight.getTime() ? day : undefined
}
