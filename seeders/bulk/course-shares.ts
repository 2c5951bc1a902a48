import { topics } from '../../src/models/course.ts'
import { chance, id, oneOf, userId } from './parts.ts'

const starts = ['First steps in', 'A calm start with', 'Getting better at', 'An evening a week with', 'The craft of']
const subjects = ['spreadsheets', 'basket weaving', 'small gardens', 'everyday Dutch', 'the concertina', 'tax returns']
const words =
  'We begin with what you have at home, and end with something that you can show. Each lesson takes an evening.'
const body = 'Do it once as shown, and once in your own way. Then put it aside until tomorrow, and look at it again.'
const chapters = ['The beginning', 'The rest']

const courseId = id('course', 'n', "since + interval '10 days'")

/** What every eighth newcomer teaches: a course of two chapters with three lessons each, on sale after a month. */
export const courseShares: Record<string, string> = {
  courses: `
    insert into courses (id, author_id, slug, title, summary, description, outcomes, topic, level, price_minor, currency,
      status, created_at, published_at)
    select ${courseId}, ${userId}, 'course-' || n, title, title || ', for people with little time.', '${words}',
      E'Begin without fear\\nMake something small\\nSee what to do better\\nGo on alone', ${oneOf([...topics], 'k')},
      ${oneOf(['beginner', 'beginner', 'intermediate', 'advanced'], 'k / 5')}, (k * 7 % 13) * 500, 'EUR',
      case when at < now() then 'published' else 'draft' end, since + interval '10 days', case when at < now() then at end
    from newcomers, lateral (select n / 8 as k, since + interval '30 days' as at) own,
      lateral (select ${oneOf(starts, 'k / 6')} || ' ' || ${oneOf(subjects, 'k')} as title) called
    where n % 8 = 0 and since + interval '10 days' < now()`,

  course_sections: `
    insert into course_sections (id, course_id, author_id, position, title)
    select ${id('section', "n || ' ' || part", "since + interval '11 days'")}, ${courseId}, ${userId}, part,
      ${oneOf(chapters, 'part')}
    from newcomers join courses on courses.id = ${courseId}, generate_series(0, 1) part`,

  lessons: `
    insert into lessons (id, course_id, section_id, author_id, position, title, kind, body, is_preview, created_at)
    select ${id('lesson', "n || ' ' || part || ' ' || turn", "since + interval '12 days'")}, course_id, course_sections.id,
      author_id, turn, 'Evening ' || 1 + part * 3 + turn, case turn when 1 then 'video' else 'text' end,
      '${body}', part + turn = 0, since + interval '12 days'
    from newcomers join course_sections on course_id = ${courseId},
      lateral (select position as part) chapter, generate_series(0, 2) turn`,

  videos: `
    insert into videos (id, lesson_id, author_id, guid, state, seconds, created_at)
    select ${id('video', 'lessons.id', 'lessons.created_at')}, lessons.id, author_id,
      overlay(overlay(md5(lessons.id::text) placing '4' from 13) placing 'a' from 17)::uuid::text,
      'ready', 240 + ${chance('900', 'lessons.id')}, lessons.created_at
    from newcomers join lessons on course_id = ${courseId} where kind = 'video'`,
}
