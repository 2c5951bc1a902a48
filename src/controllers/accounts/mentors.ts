import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { wishForm } from '../../forms/mentoring/wish.ts'
import { find } from '../../lib/find.ts'
import { User } from '../../models/index.ts'
import { coursesBy } from '../../services/catalog/cards.ts'
import * as mentoring from '../../services/mentoring/in-words.ts'
import { mentorPageOf } from '../../services/mentoring/mentor-page.ts'
import * as words from '../../services/words/in-words.ts'

export async function show(req: Request, res: Response) {
  const mentor = await find(User, { slug: req.params.slug, role: 'mentor' })
  if (!mentor.hasPublicProfile) throw new NotFound('mentor')
  const [courses, sessions] = await Promise.all([
    coursesBy(mentor),
    mentorPageOf(mentor, req.user?.timeZone ?? 'UTC', new Date()),
  ])
  const locals = { mentor, courses, sessions, mentoring, words, wish: wishForm.blank() }
  res.renderPage('accounts/mentors/show', locals)
}
