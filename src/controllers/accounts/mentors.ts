import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { User } from '../../models/index.ts'
import { coursesBy } from '../../services/catalog/cards.ts'

export async function show(req: Request, res: Response) {
  const mentor = await find(User, { slug: req.params.slug, role: 'mentor' })
  if (!mentor.hasPublicProfile) throw new NotFound('mentor')
  res.renderPage('accounts/mentors/show', { mentor, courses: await coursesBy(mentor) })
}
