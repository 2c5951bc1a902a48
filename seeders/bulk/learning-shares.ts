import { chance, id, oneOf, userId } from './parts.ts'

const praise = ['Clear and calm.', 'I would take it again.', 'Just right for evenings.', 'Good, if a little slow.']
const remarks = ['How long did this take you?', 'It worked at the second try.', 'Is there another way to do this?']

/** How many of its lessons the learner has done. */
const done = chance('9', 'enrolments.id')

/** The places that newcomers have just taken. */
const theirs = `newcomers join enrolments on learner_id = ${userId}`

/** The courses that are on sale, numbered, and how many there are: nobody can choose by a number that is not there. */
const market = `market as (
      select id as course_id, author_id, price_minor, published_at, row_number() over (order by id) - 1 as k
      from courses where status = 'published'),
    size as (select nullif(count(*), 0) as courses from market)`

/** What newcomers do in courses: up to three courses each, of all that are on sale. */
export const learningShares: Record<string, string> = {
  enrolments: `
    with ${market}
    insert into enrolments (id, learner_id, course_id, source, created_at, finished_at)
    select distinct on (n, course_id) place, ${userId}, course_id, case price_minor when 0 then 'free' else 'order' end,
      at, case when lessons between 1 and ${chance('9', 'place')} and finished < now() then finished end
    from newcomers, size, generate_series(1, 3) turn,
      lateral (select (n::bigint * 31 + turn * 7) % courses as k) chosen join market using (k),
      lateral (select greatest(since, published_at) + make_interval(days => turn * 6, mins => n % 1440) as at) taken,
      lateral (select ${id('enrolment', "n || ' ' || turn", 'at')} as place) known,
      lateral (select count(*)::int as lessons from lessons where lessons.course_id = market.course_id) outline,
      lateral (select at + make_interval(days => lessons * 2) as finished) learnt
    where author_id <> ${userId} and at < now()`,

  lesson_progress: `
    insert into lesson_progress (id, learner_id, lesson_id, position, watched, beat_at, completed_at, completed_how)
    select ${id('progress', "enrolments.id || ' ' || step", 'at')}, learner_id, lesson_id, coalesce(seconds, 0),
      case when seconds is null then '{}' else '{[0,' || seconds || ')}' end::int4multirange, at, at,
      case when seconds is null then 'marked' else 'watched' end
    from ${theirs} join (
      select lessons.id as lesson_id, lessons.course_id, seconds, row_number() over (
        partition by lessons.course_id order by course_sections.position, lessons.position) as step
      from lessons join course_sections on course_sections.id = section_id left join videos on videos.lesson_id = lessons.id
    ) outline using (course_id), lateral (select enrolments.created_at + make_interval(days => step::int * 2) as at) learnt
    where step <= ${done} and at < now()`,

  reviews: `
    insert into reviews (id, course_id, enrolment_id, writer_id, rating, body, counts, created_at)
    select ${id('review', 'enrolments.id', 'at')}, course_id, enrolments.id, learner_id, 5 - ${chance('7', 'enrolments.id')} / 3,
      ${oneOf(praise, 'n')}, true, at
    from ${theirs}, lateral (select enrolments.created_at + interval '16 days' as at) written
    where ${chance('3', 'enrolments.id')} = 0 and at < now()`,

  comments: `
    insert into comments (id, lesson_id, writer_id, body, created_at)
    select ${id('comment', 'enrolments.id', 'beat_at')}, lesson_id, learner_id, ${oneOf(remarks, 'n')}, beat_at
    from ${theirs} join lesson_progress using (learner_id) join lessons on lessons.id = lesson_id
    where lessons.course_id = enrolments.course_id and ${chance('12', 'lesson_progress.id')} = 0`,

  wishlist_items: `
    with ${market}
    insert into wishlist_items (id, member_id, course_id, price_seen_minor, currency, created_at)
    select ${id('wish', 'n', 'at')}, ${userId}, course_id, price_minor, 'EUR', at
    from newcomers, size, lateral (select (n::bigint * 17 + 5) % courses as k) chosen join market using (k),
      lateral (select greatest(since, published_at) + interval '3 days' as at) seen
    where n % 3 = 1 and at < now() and author_id <> ${userId}
      and not exists (select from enrolments where learner_id = ${userId} and enrolments.course_id = market.course_id)`,
}
