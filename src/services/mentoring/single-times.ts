import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { SingleTime } from '../../models/index.ts'

/** A session that a mentor has promised for a time at which they will be away. */
export type Clash = { timeId: string; id: string; title: string; startsAt: Date; state: string; mentee: string | null }

/** Times that are still ahead, each kind in order; and the sessions that stand in the way of being away. Two statements. */
export async function singleTimesOf(mentorId: string, now: Date) {
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
  const withClashes = times.map((time) => ({ time, clashes: clashes.filter(({ timeId }) => timeId === time.id) }))
  return {
    away: withClashes.filter(({ time }) => time.kind === 'away'),
    open: withClashes.filter(({ time }) => time.kind === 'open'),
  }
}
