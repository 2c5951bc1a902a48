import { together } from '../../db/together.ts'
import { sql } from '../../lib/sql.ts'
import { MentorProfile, TimeWish, type User } from '../../models/index.ts'
import { freeTimesOf } from './availability.ts'
import { takesBookings } from './booking-service.ts'
import { hoursOf } from './mentor-profile.ts'
import { fitting, type Wished } from './wished-times.ts'

/** So much one person may wait for. */
export const MOST_WISHES = 10

type Answer = { there: Date } | 'kept' | 'kept before' | 'too many' | 'closed' | 'own'

/** Notes that somebody waits for a time with a mentor. Where there is one already, it is the answer, and nothing is kept. */
export async function waitFor(member: User, mentor: User, wished: Wished, now: Date): Promise<Answer> {
  if (member.id === mentor.id) return 'own'
  const times = await shortestTimesOf(mentor, now)
  if (!times) return 'closed'

  const [there] = fitting(times, [wished], member.timeZone, 1)
  return there ? { there } : together(() => keep(member, mentor, wished, now))
}

/** When the shortest of a mentor's sessions can begin. Undefined where nothing can be booked at all. */
export async function shortestTimesOf(mentor: User, now: Date) {
  const offer = (await takesBookings(mentor)) ? await hoursOf(mentor.id) : undefined
  return offer?.shortest ? freeTimesOf(offer, offer.shortest, now) : undefined
}

/** What somebody waits for, the oldest first, with the mentors as others see them. */
export function wishesOf(memberId: string) {
  const attributes = ['id', 'name', 'slug', 'role', 'shown', 'suspendedAt', 'erasureDueAt']
  return TimeWish.findAll({
    where: { memberId, toldAt: null },
    include: { association: 'profile', attributes: ['id'], include: [{ association: 'mentor', attributes }] },
    order: ['createdAt', 'id'],
  })
}

async function keep(member: User, mentor: User, { weekday, part }: Wished, now: Date) {
  await sql('select from users where id = $id for no key update', { id: member.id }) // or two tabs count to ten each
  const profile = await MentorProfile.findOne({
    attributes: ['id'],
    where: { mentorId: mentor.id },
    rejectOnEmpty: true,
  })
  const wish = { profileId: profile.id, memberId: member.id, weekday, part }
  const known = await TimeWish.findOne({ where: wish })

  if (known && !known.toldAt) return 'kept before'
  if ((await TimeWish.count({ where: { memberId: member.id, toldAt: null } })) >= MOST_WISHES) return 'too many'
  if (known) await known.update({ toldAt: null, createdAt: now })
  else await TimeWish.create({ ...wish, createdAt: now })
  return 'kept'
}
