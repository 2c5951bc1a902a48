import type { Request } from 'express'
import { Op } from 'sequelize'
import { find } from '../../lib/find.ts'
import { Course } from '../../models/index.ts'

/** The course in the path, whose reviews everyone may read once it has been published. */
export function courseInReach(req: Request) {
  const where = { slug: req.params.slug as string, status: { [Op.ne]: 'draft' as const } }
  return find(Course, where, { include: { association: 'author', attributes: ['name'] } })
}
