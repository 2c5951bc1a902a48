import type { Request, Response } from 'express'
import { people } from '../../services/teaching/in-words.ts'
import { numbersOf } from '../../services/teaching/learner-numbers.ts'
import { ownCourse } from './own-course.ts'

export async function index(req: Request, res: Response) {
  const course = await ownCourse(req)
  res.renderPage('teaching/learners/index', { course, people, ...(await numbersOf(course)) })
}
