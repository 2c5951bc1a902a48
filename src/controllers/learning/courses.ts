import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { outlineOf } from '../../services/learning/outline.ts'
import { coursesOf } from '../../services/learning/own-courses.ts'
import { openCourse } from './classroom.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('learning/courses/index', await coursesOf(currentUser(req), req.query.before))
}

export async function show(req: Request, res: Response) {
  const room = await openCourse(req)
  const outline = await outlineOf(room.course, room.enrolment?.learnerId ?? null)
  res.renderPage('learning/courses/show', { ...room, outline })
}
