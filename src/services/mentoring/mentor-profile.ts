import { together } from '../../db/together.ts'
import { prepare } from '../../lib/prepared.ts'
import { reportError } from '../../lib/report-error.ts'
import { sql } from '../../lib/sql.ts'
import { MentorProfile } from '../../models/index.ts'
import { freeTimesOf, type Hours } from './availability.ts'

/** Minutes of the shortest session that can be booked; null where none can, or the mentor pauses. */
export type Offer = Hours & { shortest: number | null }

const offer = `
  select p.mentor_id as "mentorId", u.time_zone as zone, notice_minutes as "noticeMinutes", horizon_days as "horizonDays",
    buffer_before as "bufferBefore", buffer_after as "bufferAfter", max_per_day as "maxPerDay",
    case when listing = 'listed' then
      (select min(minutes) from session_types t where t.mentor_id = p.mentor_id and archived_at is null)
    end as shortest
  from mentor_profiles p join users u on u.id = p.mentor_id`

// A listed mentor with nothing free is asked again, too: each day opens one more of their horizon.
const stale = `
  select mentor_id as "mentorId" from mentor_profiles p
  where case when listing <> 'listed' then next_free_at is not null
    when next_free_at is not null then next_free_at < $now::timestamptz + notice_minutes * interval '1 minute'
    else exists (select from session_types t where t.mentor_id = p.mentor_id and archived_at is null)
      and (exists (select from weekly_hours w where w.mentor_id = p.mentor_id)
        or exists (select from single_times s where s.mentor_id = p.mentor_id and kind = 'open' and ends_at > $now)) end
  order by mentor_id`

const ofOne = prepare<Offer>(`${offer} where p.mentor_id = $mentorId`)

/** What a mentor declares of their time, listed or not. Undefined for who has no profile: they take no bookings. */
export async function hoursOf(mentorId: string): Promise<Offer | undefined> {
  const [found] = await ofOne({ mentorId })
  return found
}

/** The same of several, in one statement. */
export async function offersOf(mentorIds: string[]) {
  const { rows } = await sql<Offer>(`${offer} where p.mentor_id = any($mentorIds::uuid[])`, { mentorIds })
  return rows
}

/**
 * Notes when a mentor is next free for the shortest of their sessions: null when they pause, offer nothing, or have nothing
 * left inside their horizon. Call it last in the transaction that changes hours, types or bookings: it waits there for
 * others who change the same mentor's, and sees what they did.
 */
export function refreshNextFree(mentorId: string, now: Date): Promise<Date | null> {
  return together(async () => {
    await alone(mentorId)
    const hours = await hoursOf(mentorId)
    if (!hours) return null

    const times = hours.shortest === null ? [] : await freeTimesOf(hours, hours.shortest, now)
    const nextFreeAt = times[0] ?? null
    await MentorProfile.update({ nextFreeAt }, { where: { mentorId } })
    return nextFreeAt
  })
}

/** The same for every mentor whose time has passed, or can be asked for no more. Part of the job expire-requests. */
export async function refreshStaleTimes(now: Date) {
  const { rows } = await sql<{ mentorId: string }>(stale, { now: now.toISOString() })
  let refreshed = 0
  for (const { mentorId } of rows) {
    try {
      await refreshNextFree(mentorId, now)
      refreshed++
    } catch (error) {
      reportError(error, { mentor: mentorId })
    }
  }
  return { refreshed }
}

function alone(mentorId: string) {
  return sql('select from mentor_profiles where mentor_id = $mentorId for no key update', { mentorId })
}
