import { ofMentors, wishes } from '../sessions/said.ts'
import { chance, id, oneOf, userId } from './parts.ts'

const since = "since + interval '10 days'"
const typeId = (k: string, whose = '') => id('type', `${whose}n || ' ' || ${k}`, `${whose}${since}`)
const kinds = ['A first look', 'An hour on your work']
const praise = ofMentors.map(([body]) => body.replaceAll("'", "''"))

/** Those of the newcomers who take bookings. */
const taking = `newcomers join mentor_profiles on mentor_id = ${userId}`

/** A clock time on a day of the mentor's own week, so many weeks from this one. Each mentor has a day for all of theirs. */
const inWeek = (weeks: string, clock: string) => `
  (date_trunc('week', now() at time zone time_zone) + make_interval(weeks => ${weeks}, days => j % 5) + time '${clock}')
    at time zone time_zone`

/** Each who learns has one mentor among the newcomers, and each mentor seven of them, one a week: r says which. */
const pairs = `pairs as (
    select n, since, ${userId} as mentee_id, mentor_id, mentor_n, mentor_since, time_zone, j, (k / many)::int as r
    from (select *, row_number() over (order by n) - 1 as k from newcomers where n % 8 <> 0) learning
      cross join (select nullif(count(*), 0) as many from ${taking}) size
      join (select n as mentor_n, since as mentor_since, mentor_id, time_zone, (row_number() over (order by n) - 1)::int as j
        from ${taking} join users on users.id = mentor_id) teaching on j = k % many)`

/** What every eighth newcomer offers, a week of hours; and a session behind and one ahead for those who learn. */
export const mentoringShares: Record<string, string> = {
  // The first morning after tomorrow: the job expire-requests looks again when it is near.
  mentor_profiles: `
    insert into mentor_profiles (id, mentor_id, listing, languages, notice_minutes, horizon_days, buffer_before, buffer_after,
      next_free_at, created_at)
    select ${id('profile', 'n', since)}, ${userId}, 'listed', array['en'], 720, 60, 0, 10,
      (date_trunc('day', now() at time zone time_zone) + make_interval(days => days) + time '09:00') at time zone time_zone, ${since}
    from newcomers join users on users.id = ${userId},
      lateral (select days from generate_series(2, 4) days
        where extract(isodow from now() at time zone time_zone + make_interval(days => days)) < 6 order by 1 limit 1) morning
    where n % 8 = 0 and ${since} < now()`,

  session_types: `
    insert into session_types (id, mentor_id, title, description, minutes, price_minor, currency, needs_approval, created_at)
    select ${typeId('k')}, mentor_id, ${oneOf(kinds, 'k')}, 'Send a few lines beforehand.', 30 + k * 30, 0, 'EUR', k = 1, ${since}
    from ${taking}, generate_series(0, 1) k`,

  weekly_hours: `
    insert into weekly_hours (id, mentor_id, weekday, start_minute, end_minute)
    select ${id('hours', "n || ' ' || day", since)}, mentor_id, day, 540, 1020 from ${taking}, generate_series(1, 5) day`,

  bookings: `
    with ${pairs}, times as (
      select *, 0 as kind, 'completed' as state, ${inWeek('-1 - r', '10:00')} as at from pairs
      union all
      select *, (n % 5 = 0)::int, case when n % 5 = 0 then 'requested' else 'confirmed' end,
        case when r < 4 then ${inWeek('1 + r', '13:00')} else ${inWeek('r - 3', '15:00')} end from pairs)
    insert into bookings (id, mentor_id, mentee_id, type_id, title, price_minor, currency, starts_at, ends_at, busy_from, busy_until,
      state, respond_by, message, mentee_zone, outcome, meeting_link, sequence, client_token, version, created_at)
    select ${id('booking', "n || ' ' || state", 'asked')}, mentor_id, mentee_id,
      ${typeId('kind', 'mentor_')}, ${oneOf(kinds, 'kind')},
      0, 'EUR', at, at + length, at, at + length + interval '10 minutes', state,
      case state when 'requested' then now() + interval '1 day' end, ${oneOf(wishes, 'n')}, 'Europe/Lisbon',
      case state when 'completed' then 'met' end, case state when 'confirmed' then 'https://meet.example/' || mentor_n end,
      0, md5('token ' || n || state)::uuid, 0, asked
    from times, lateral (select make_interval(mins => 30 + kind * 30) as length,
      case state when 'completed' then at - interval '6 days' else now() - interval '1 day' end as asked) terms
    where asked > greatest(since, mentor_since) + interval '10 days'`,

  booking_events: `
    insert into booking_events (id, booking_id, what, actor, created_at)
    select ${id('event', "bookings.id || ' ' || what", 'at')}, bookings.id, what, actor, at
    from newcomers join bookings on mentee_id = ${userId}, lateral (values
      (case state when 'requested' then 'requested' else 'booked' end, 'mentee', bookings.created_at),
      (case state when 'completed' then 'completed' end, 'time', ends_at)) events (what, actor, at)
    where what is not null`,

  session_reviews: `
    insert into session_reviews (id, booking_id, writer_id, subject_id, side, rating, body, created_at, published_at)
    select ${id('session review', 'bookings.id', 'ends_at')}, bookings.id, mentee_id, mentor_id, 'mentee',
      5 - ${chance('7', 'bookings.id')} / 4, ${oneOf(praise, 'n')}, ends_at + interval '2 hours', ends_at + interval '7 days'
    from newcomers join bookings on mentee_id = ${userId}
    where state = 'completed' and ${chance('2', 'bookings.id')} = 0 and ends_at + interval '7 days' < now()`,
}
