import { Op } from 'sequelize'
import { together } from '../../db/together.ts'
import type { Turn } from '../../jobs/turn.ts'
import { daysAfter } from '../../lib/due.ts'
import { reportError } from '../../lib/report-error.ts'
import { sql } from '../../lib/sql.ts'
import { TimeWish } from '../../models/index.ts'
import { hasPage } from '../catalog/cards.ts'
import { postAll } from '../mail/post.ts'
import { freeTimesOf } from './availability.ts'
import { type Offer, offersOf } from './mentor-profile.ts'
import { fitting, type Wished } from './wished-times.ts'

type Waiting = Wished & { id: string; memberId: string; mentorId: string; zone: string }

const DAYS_KEPT = 30

/** Of mentors who can be booked and are free at all; and of nobody who had such a letter within a day. */
const live = `
  select w.id, w.member_id as "memberId", p.mentor_id as "mentorId", w.weekday, w.part, m.time_zone as zone
  from time_wishes w
  join mentor_profiles p on p.id = w.profile_id and p.listing = 'listed' and p.next_free_at > $now
  join users a on a.id = p.mentor_id and ${hasPage}
  join users m on m.id = w.member_id and m.suspended_at is null and m.erasure_due_at is null
  where w.told_at is null and not exists (
    select from mails l where l.user_id = w.member_id and l.template = 'time-opened' and l.status <> 'dropped'
      and l.created_at > $now::timestamptz - interval '1 day')
  order by w.created_at, w.id`

/**
 * Writes to everyone for whom a time has opened that they wait for: one letter a person and day, about one mentor, whose
 * wishes are told with it. One question a mentor that somebody waits for. What was told long ago goes.
 * Answers how many letters. Part of send-reminders.
 */
export async function tellOfTimes({ now, dryRun }: Turn) {
  const { rows } = await sql<Waiting>(live, { now: now.toISOString() })
  if (!dryRun) await TimeWish.destroy({ where: { toldAt: { [Op.lt]: daysAfter(now, -DAYS_KEPT) } } })
  if (rows.length === 0) return 0
  const byMentor = Map.groupBy(rows, ({ mentorId }) => mentorId)
  const offers = new Map((await offersOf([...byMentor.keys()])).map((offer) => [offer.mentorId, offer]))
  const told = new Map<string, Waiting[]>()

  for (const [mentorId, waiting] of byMentor) {
    try {
      for (const wishes of await fulfilled(offers.get(mentorId), waiting, now)) {
        const [{ memberId }] = wishes as [Waiting]
        if (!told.has(memberId)) told.set(memberId, wishes)
      }
    } catch (error) {
      reportError(error, { mentor: mentorId })
    }
  }
  if (!dryRun && told.size > 0) await note([...told.values()], now)
  return told.size
}

/** Person by person, the wishes that a mentor's free times fulfil. */
async function fulfilled(offer: Offer | undefined, waiting: Waiting[], now: Date) {
  if (!offer?.shortest) return []
  const times = await freeTimesOf(offer, offer.shortest, now)
  const come = waiting.filter((wish) => fitting(times, [wish], wish.zone, 1).length > 0)
  return Map.groupBy(come, ({ memberId }) => memberId).values()
}

/** The letter is about the oldest; those told at the same instant belong to it. */
function note(letters: Waiting[][], now: Date) {
  return together(async () => {
    await TimeWish.update({ toldAt: now }, { where: { id: letters.flat().map(({ id }) => id) } })
    await postAll(
      'time-opened',
      letters.map((wishes) => ({ userId: wishes[0]!.memberId, aboutId: wishes[0]!.id })),
    )
  })
}
