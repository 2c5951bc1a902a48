import type { User } from '../../src/models/index.ts'
import { createCourse, createLesson, createLessonFile, createSection, createVideo } from './course-factories.ts'

/** What a mentor has to have made so that each form about it stands somewhere. Answers the pages. */
export async function teachingPages({ id: authorId }: User) {
  const draft = await createCourse({ authorId, status: 'draft' })
  const offered = await createCourse({ authorId })
  const closed = await createCourse({ authorId, status: 'closed' })
  const { id: sectionId } = await createSection({ courseId: offered.id })
  await createSection({ courseId: offered.id, title: 'Nothing yet' })
  const text = await createLesson({ sectionId, archivedAt: new Date() })
  const video = await createLesson({ sectionId, kind: 'video' })
  await createVideo({ lessonId: video.id })
  const handout = await createLesson({ sectionId, kind: 'file' })
  await createLessonFile({ lessonId: handout.id })

  return [
    '/teach/new',
    ...[draft, offered].flatMap(({ slug }) => ['', '/publication'].map((page) => `/teach/${slug}${page}`)),
    `/teach/${draft.slug}/removal`,
    `/teach/${closed.slug}/publication`,
    `/teach/${offered.slug}/outline`,
    ...[text, video, handout].map(({ id }) => `/teach/${offered.slug}/lessons/${id}`),
    `/teach/${offered.slug}/lessons/${handout.id}/removal`,
  ]
}
