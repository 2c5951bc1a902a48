import { part, prepare } from '../../lib/prepared.ts'
import { Course, Enrolment, Lesson, LessonFile, type User, Video } from '../../models/index.ts'

const lesson = part(Lesson, 'l', ['id', 'courseId', 'sectionId', 'authorId', 'title', 'kind', 'body', 'transcript'])
const course = part(Course, 'c', ['id', 'slug', 'title', 'topic', 'status', 'authorId'])
const place = part(Enrolment, 'e')
const video = part(Video, 'v')

const room = prepare<object>(`
  select ${lesson.columns}, ${course.columns}, ${place.columns}, ${video.columns}
  from lessons l
  join courses c on c.id = l.course_id
  left join enrolments e on e.course_id = c.id and e.learner_id = $learner and e.revoked_at is null
  left join videos v on v.lesson_id = l.id
  where l.id = $lesson and l.archived_at is null and c.slug = $course`)

/** A lesson with its video, its course, and the place there of whoever asks: at most one is live. One statement. */
export async function lessonFor({ id: learner }: User, where: { course: string; lesson: string }) {
  const [row] = await room({ ...where, learner })
  if (!row) return undefined
  return {
    lesson: Object.assign(lesson.of(row)!, { video: video.of(row) }),
    course: course.of(row)!,
    place: place.of(row),
  }
}

const file = part(LessonFile, 'f', ['id', 'name', 'bytes'])
const files = prepare<object>(`select ${file.columns} from lesson_files f where f.lesson_id = $lesson order by f.id`)

/** What a lesson hands out. */
export async function filesOf({ id }: Lesson) {
  return (await files({ lesson: id })).map((row) => file.of(row)!)
}

const note = prepare<{ body: string }>(
  'select body from lesson_notes where learner_id = $learner and lesson_id = $lesson',
)

/** What its learner wrote down for themselves, if anything. */
export async function noteOf({ id: lesson }: Lesson, learner: string | null) {
  if (!learner) return undefined
  const [found] = await note({ learner, lesson })
  return found?.body
}
