import type { Request, Response } from 'express'
import { decisionForm } from '../../forms/words/report.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { moderationService } from '../../services/words/moderation-service.ts'
import { renderReport, reportInReach } from './report-in-reach.ts'

const overtaken = 'Somebody has decided this before you. Please look at what became of it'

export async function create(req: Request, res: Response) {
  const report = await reportInReach(req)
  const form = decisionForm.read(req.body)
  if (!form.valid) return renderReport(res.status(422), report, form)

  const decided = await moderationService.decide(report, currentUser(req), form.values, new Date())
  if (!decided) return renderReport(res.status(409), await reportInReach(req), rejected(form, 'form', overtaken))

  req.flash(form.values.decision === 'uphold' ? 'It is taken down.' : 'It stays where it is.')
  res.seeOther(`/staff/reports/${report.id}`)
}
