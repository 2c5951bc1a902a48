import { id, oneOf, userId } from './parts.ts'

const profileId = id('profile', 'n', "since + interval '8 days'")
const typeId = id('type', 'n', "since + interval '9 days'")
const bookingId = id('booking', 'n', 'booked.at')
const titles = ['A first look', 'Half an hour for a question', 'Where to begin']
const wishes = [
  'I have begun twice and stopped at the same place.',
  'I would like a second pair of eyes before I go on.',
  'I do not know what to practise next.',
]

const mentorId = id('user', 'mentor_n', 'mentor_since')
const offered = id('type', 'mentor_n', "mentor_since + interval '9 days'")

/** Each of the seven who come after a mentor meets them once, at an hour of their own: nobody twice at the same time. */
const booked = `
  newcomers join (select n as mentor_n, since as mentor_since from newcomers) mentor on mentor_n = n - n % 8,
  lateral (select greatest(since, mentor_since) + interval '12 days' as at) booked,
  lateral (select date_trunc('day', at) + interval '10 days' + make_interval(hours => 7 + n % 8) as starts) times`

const takesPlace = `n % 8 > 0 and (starts < now() - interval '4 days' or starts > now())`

/** What every eighth newcomer offers, and who came. */
export const mentoringShares: Record<string, string> = {
  mentor_profiles: `
    insert into mentor_profiles (id, mentor_id, listing, languages, notice_minutes, horizon_days, buffer_before,
      buffer_after, next_free_at, created_at)
    select ${profileId}, ${userId}, 'listed', '{en}', 720, 30, 0, 10, date_trunc('day', now()) + interval '34 hours',
      since + interval '8 days'
    from newcomers where n % 8 = 0`,

  weekly_hours: `
    insert into weekly_hours (id, mentor_id, weekday, start_minute, end_minute)
    select ${id('hours', "n || ' ' || weekday", "since + interval '8 days'")}, ${userId}, weekday, 420, 960
    from newcomers, generate_series(1, 7) weekday where n % 8 = 0`,

  session_types: `
    insert into session_types (id, mentor_id, title, description, minutes, price_minor, currency, needs_approval, created_at)
    select ${typeId}, ${userId}, ${oneOf(titles, 'n / 8')}, 'Bring what you have.', 30, 0, 'EUR', false,
      since + interval '9 days'
    from newcomers where n % 8 = 0`,

  bookings: `
    insert into bookings (id, mentor_id, mentee_id, type_id, title, price_minor, currency, starts_at, ends_at, busy_from,
      busy_until, state, outcome, message, mentee_zone, sequence, client_token, version, created_at)
    select ${bookingId}, ${mentorId}, ${userId}, ${offered}, ${oneOf(titles, 'mentor_n / 8')}, 0, 'EUR', starts, starts + interval '30 minutes', starts,
      starts + interval '40 minutes', case when starts < now() then 'completed' else 'confirmed' end,
      case when starts < now() then 'met' end, ${oneOf(wishes, 'n')}, 'UTC', 0, ${id('token', 'n', 'at')}, 0, at
    from ${booked} where ${takesPlace}`,

  session_reviews: `
    insert into session_reviews (id, booking_id, writer_id, subject_id, side, rating, body, created_at, published_at)
    select ${id('said', 'n', 'ends_at')}, bookings.id, mentee_id, mentor_id, 'mentee', 4 + n % 2,
      'It was worth the half hour.', ends_at, ends_at + interval '7 days'
    from newcomers join bookings on bookings.mentee_id = ${userId}
    where n % 3 = 0 and bookings.state = 'completed' and ends_at < now() - interval '8 days'`,
}
