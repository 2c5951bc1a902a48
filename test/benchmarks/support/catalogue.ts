import { countingAtTheEnd } from '../../../seeders/bulk/counts.ts'
import { sequelize } from '../../../src/db/sequelize.ts'
import { sql } from '../../../src/lib/sql.ts'
import { people } from './people.ts'

const COURSES = 10_000
const REVIEWS = 200_000
const MENTORS = 1000
const LEARNERS = 20_000

/** A course with about a hundred reviews: few have more, most have ten or so. */
export const WELL_KNOWN = 100

const subjects = `array['basket weaving', 'spreadsheets', 'sourdough', 'the concertina', 'tax returns', 'bookbinding', 'Dutch',
  'pruning', 'typography', 'rag rugs', 'Haskell', 'sign painting', 'choir singing', 'invoices', 'Portuguese', 'wood turning',
  'databases', 'watercolour', 'the mandolin', 'pensions', 'felting', 'gardens', 'shorthand', 'roof trusses', 'poster design']`
const forms = `array['First steps in', 'A year of', 'Getting better at', 'An evening a week with', 'The craft of',
  'Mistakes in', 'A quiet start with', 'Advanced', 'Teaching children', 'Notes on']`
const sentence = `'Lesson after lesson you make one thing and then make it again, and what went wrong is looked at calmly. '`

const statements = [
  people('mentor', MENTORS, 'mentor'),
  people('learner', LEARNERS, 'mentee'),
  `insert into courses (id, author_id, slug, title, summary, description, outcomes, topic, level, price_minor, currency, status,
     created_at, published_at)
   select md5('course ' || n)::uuid, md5('mentor ' || 1 + n % ${MENTORS})::uuid, 'course-' || n,
     (${forms})[1 + n / 25 % 10] || ' ' || (${subjects})[1 + n % 25] || ', part ' || n, 'What you need, and no more of it.',
     repeat(${sentence}, 8) || (${subjects})[1 + n / 7 % 25], E'Begin\\nGo on\\nLook again\\nKnow when to stop',
     (array['code', 'craft', 'design', 'languages', 'music', 'money'])[1 + n % 6],
     (array['beginner', 'intermediate', 'advanced'])[1 + n % 3], n % 12 * 1000, 'EUR', 'published',
     now() - interval '300 days', now() - n * interval '20 minutes'
   from generate_series(1, ${COURSES}) n`,
  `insert into course_sections (id, course_id, author_id, position, title)
   select md5('section ' || n || ' ' || part)::uuid, md5('course ' || n)::uuid, md5('mentor ' || 1 + n % ${MENTORS})::uuid, part,
     'Part ' || part
   from generate_series(1, ${COURSES}) n, generate_series(1, 3) part`,
  `insert into lessons (id, course_id, section_id, author_id, position, title, kind, body, is_preview, created_at)
   select md5('lesson ' || n || ' ' || part || ' ' || turn)::uuid, md5('course ' || n)::uuid,
     md5('section ' || n || ' ' || part)::uuid, md5('mentor ' || 1 + n % ${MENTORS})::uuid, turn, 'Evening ' || part * 2 + turn,
     case turn % 2 when 1 then 'video' else 'text' end, repeat(${sentence}, 4), part + turn = 2, now() - interval '300 days'
   from generate_series(1, ${COURSES}) n, generate_series(1, 3) part, generate_series(1, 2) turn`,
  `insert into videos (id, lesson_id, author_id, guid, state, seconds, created_at)
   select md5('video ' || id)::uuid, id, author_id, md5('guid ' || id)::uuid::text, 'ready', 600, created_at
   from lessons where kind = 'video'`,
  // The further back in the list, the fewer who come. A step of 7919 in 200,000 never meets a learner twice in a course.
  `insert into enrolments (id, learner_id, course_id, source, created_at)
   select md5('enrolment ' || n)::uuid, md5('learner ' || 1 + n % ${LEARNERS})::uuid,
     md5('course ' || 1 + floor(${COURSES} * power((n::bigint * 7919 % ${REVIEWS}) / ${REVIEWS}.0, 2))::int)::uuid, 'free',
     now() - interval '200 days'
   from generate_series(1, ${REVIEWS}) n`,
  `insert into reviews (id, course_id, enrolment_id, writer_id, rating, body, counts, created_at)
   select md5('review ' || id)::uuid, course_id, id, learner_id, 1 + abs(hashtext(id::text)) % 5, ${sentence}, true,
     now() - abs(hashtext(id::text)) % 100000 * interval '1 minute'
   from enrolments`,
]

/** 10,000 courses with 60,000 lessons and 200,000 reviews, in seconds: the same ones whenever it is called. */
export async function fillCatalogue() {
  await sequelize.transaction(() =>
    countingAtTheEnd(async () => {
      for (const statement of statements) await sql(statement)
    }),
  )
  await sql('vacuum analyze')
}
