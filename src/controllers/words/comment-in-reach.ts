import type { Request } from 'express'
import { find } from '../../lib/find.ts'
import { Comment } from '../../models/index.ts'
import { openLesson } from '../learning/classroom.ts'

const writer = { association: 'writer', attributes: ['id', 'name'] }

/** The comment in the path, with where it stands: for those of its course. */
export async function commentInReach(req: Request) {
  const place = await openLesson(req)
  const where = { id: req.params.id as string, lessonId: place.lesson.id }
  return { ...place, comment: await find(Comment, where, { include: writer }) }
}
