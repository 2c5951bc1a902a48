import type { Request, Response } from 'express'
import { Op } from 'sequelize'
import { NotFound } from '../../errors.ts'
import { decisionForm } from '../../forms/words/report.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Comment, Report } from '../../models/index.ts'
import { commentService } from '../../services/words/comment-service.ts'
import * as inWords from '../../services/words/in-words.ts'
import { placed, placeOf } from '../../services/words/places.ts'

/** The report in the path, also by the number of what it is about, as an appeal names it. Of one's own words there is none. */
export async function reportInReach(req: Request) {
  const id = req.params.id as string
  const where = { [Op.or]: [{ id }, { reviewId: id }, { commentId: id }, { sessionReviewId: id }] }
  const include = [
    { association: 'review', include: placed.review() },
    { association: 'comment', include: placed.comment() },
    { association: 'sessionReview', include: placed.sessionReview() },
  ]
  const report = await find(Report, where, { include, order: [['createdAt', 'desc']] })
  if (report.reported.isBy(currentUser(req))) throw new NotFound('report')
  return report
}

/** What was reported, where it stands, by how many and why, and what became of it. */
export async function renderReport(
  res: Response,
  report: Report,
  form = decisionForm.blank({ reason: report.reason }),
) {
  const words = report.reported
  const decider = { association: 'decider', attributes: ['name'] }
  const [all, thread] = await Promise.all([
    Report.findAll({ where: report.target, include: decider, order: [['createdAt', 'desc']], limit: 50 }),
    words instanceof Comment ? commentService.thread(words) : undefined,
  ])
  res.renderPage('staff/reports/show', { report, words, place: placeOf(words, 'staff'), all, thread, form, inWords })
}
