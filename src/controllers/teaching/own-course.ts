import type { Request } from 'express'
import type { Attributes, FindOptions } from 'sequelize'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Course } from '../../models/index.ts'

/** The course in the path, for whoever made it. */
export function ownCourse(req: Request, options?: Omit<FindOptions<Attributes<Course>>, 'where'>) {
  return find(Course, { slug: req.params.course, authorId: currentUser(req).id }, options)
}
