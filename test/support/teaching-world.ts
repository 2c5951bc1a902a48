import type { User } from '../../src/models/index.ts'
import { createCourse } from './course-factories.ts'

/** What a mentor has to have made so that each form about it stands somewhere. Answers the pages. */
export async function teachingPages({ id: authorId }: User) {
  const draft = await createCourse({ authorId, status: 'draft' })
  const offered = await createCourse({ authorId })
  return [
    '/teach/new',
    ...[draft, offered].flatMap(({ slug }) => ['', '/publication'].map((page) => `/teach/${slug}${page}`)),
    `/teach/${draft.slug}/removal`,
  ]
}
