import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { type Booking, MentorProfile } from '../../models/index.ts'
import { hasPage } from '../catalog/cards.ts'
import { onceATurn } from './mentors-turn.ts'

const MOST = 3
type Similar = { id: string; mentorId: string }

const shownSkills = (user: string) =>
  `select lower(skill) from unnest(${user}.skills) skill where 'skills' = any(${user}.shown)`

const similar = `
  select p.id, p.mentor_id as "mentorId"
  from mentor_profiles gone join users g on g.id = gone.mentor_id
  join mentor_profiles p on p.mentor_id <> gone.mentor_id join users a on a.id = p.mentor_id
  cross join lateral (select count(*) as skills from (${shownSkills('a')} intersect ${shownSkills('g')}) s) shared
  where gone.mentor_id = $mentor and p.listing = 'listed' and p.next_free_at > $now and ${hasPage}
    and (shared.skills > 0 or p.languages && gone.languages)
  order by shared.skills desc, p.next_free_at, p.id limit ${MOST + 1}`

/**
 * The profiles of at most three mentors with the most skills in common, or a language, and the soonest free times. It is
 * noted with the session: later the mentor who let it go may be no more. One statement, however many they let go in a turn.
 */
export async function similarTo({ mentorId, menteeId }: Booking, now: Date) {
  const bind = { mentor: mentorId, now: now.toISOString() }
  const { rows } = await onceATurn(`similar to ${mentorId}`, () => sql<Similar>(similar, bind))
  const others = rows.filter((other) => other.mentorId !== menteeId)
  return others.slice(0, MOST).map(({ id }) => id)
}

/** Those of them who are still free, the soonest first: for the mentee whose session did not come about. */
export async function othersFor({ similarIds }: Booking, now: Date) {
  if (similarIds.length === 0) return []
  const attributes = ['id', 'name', 'slug', 'role', 'headline', 'shown', 'photoId', 'suspendedAt', 'erasureDueAt']
  const profiles = await MentorProfile.findAll({
    attributes: ['id', 'mentorId', 'nextFreeAt'],
    where: { id: similarIds, listing: 'listed', nextFreeAt: { [Op.gt]: now } },
    include: { association: 'mentor', attributes },
    order: ['nextFreeAt', 'id'],
  })
  return profiles.flatMap(({ mentor, nextFreeAt }) => (mentor!.hasPublicProfile ? { mentor: mentor!, nextFreeAt } : []))
}
