import { sql } from '../../../src/lib/sql.ts'
import { people } from './people.ts'

const MENTORS = 5000
const MENTEES = 20_000

/** Who books while it is measured, and has no session yet. */
export const CALLERS = 2000

/** Whose times are looked at: they meet as many people as the others do. */
export const ONE_OF_MANY = 'mentor-2500'

const zones = `array['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Adelaide', 'Europe/Lisbon']`
const skills = `array['pruning', 'sourdough', 'databases', 'Portuguese', 'the mandolin', 'felting', 'invoices', 'typography',
  'wood turning', 'pensions', 'roof trusses', 'watercolour']`

const look = {
  headline: 'Shows how it is done',
  skills: `array[(${skills})[1 + n % 12], (${skills})[1 + (n / 12 + 5) % 12]]`,
  shown: 'headline,skills',
  zone: `(${zones})[1 + n % 5]`,
}

/** Bookings for each mentor, numbered by k. Of one k no mentee has two, so that no two of theirs are at the same time. */
const booked = (kind: string, number: number, startsAt: string, state: string) => `
  insert into bookings (id, mentor_id, mentee_id, title, price_minor, currency, starts_at, ends_at, busy_from, busy_until, state,
    message, mentee_zone, outcome, sequence, client_token, version, created_at)
  select md5('${kind} ' || n || ' ' || k)::uuid, md5('mentor ' || n)::uuid, md5('mentee ' || 1 + (n + k * 211) % ${MENTEES})::uuid,
    'A first look', 0, 'EUR', at, at + interval '30 minutes', at, at + interval '40 minutes', '${state}',
    'I have begun twice and stopped at the same place.', 'Europe/Lisbon', case '${state}' when 'completed' then 'met' end, 0,
    md5('${kind} token ' || n || ' ' || k)::uuid, 0, at - interval '90 days'
  from generate_series(1, ${MENTORS}) n, generate_series(1, ${number}) k,
    lateral (select date_trunc('day', now(), 'UTC') + ${startsAt} as at) time`

const statements = [
  people('mentor', MENTORS, 'mentor', look),
  people('mentee', MENTEES, 'mentee', look),
  people('caller', CALLERS, 'mentee', look),
  `insert into mentor_profiles (id, mentor_id, listing, languages, notice_minutes, horizon_days, buffer_before, buffer_after,
     next_free_at, created_at)
   select md5('profile ' || n)::uuid, md5('mentor ' || n)::uuid, 'listed', array['en', (array['de', 'pt', 'hi'])[1 + n % 3]], 720, 60, 0, 10,
     date_trunc('hour', now()) + interval '1 day' + n * interval '1 minute', now()
   from generate_series(1, ${MENTORS}) n`,
  `insert into session_types (id, mentor_id, title, description, minutes, price_minor, currency, needs_approval, created_at)
   select md5('type ' || n || ' ' || k)::uuid, md5('mentor ' || n)::uuid, (array['A first look', 'An hour on your work'])[k],
     'Send a few lines beforehand.', k * 30, (k - 1) * n % 9 * 1000, 'EUR', k > 1, now()
   from generate_series(1, ${MENTORS}) n, generate_series(1, 2) k`,
  `insert into weekly_hours (id, mentor_id, weekday, start_minute, end_minute)
   select md5('hours ' || n || ' ' || k)::uuid, md5('mentor ' || n)::uuid, k, 540, 1020
   from generate_series(1, ${MENTORS}) n, generate_series(1, 5) k`,
  booked('past', 80, `(8 + n % 9) * interval '1 hour' - k * 3 * interval '1 day'`, 'completed'),
  booked('ahead', 20, `(8 + n % 9) * interval '1 hour' + k * 3 * interval '1 day'`, 'confirmed'),
]

/** 5,000 mentors in five zones, each with a week of hours and a hundred bookings, twenty of them ahead. */
export async function fillDirectory() {
  for (const statement of statements) await sql(statement)
  await sql('vacuum analyze')
}
