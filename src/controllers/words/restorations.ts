import type { Request, Response } from 'express'
import { restorationForm } from '../../forms/words/report.ts'
import { currentUser } from '../../middleware/audience.ts'
import { moderationService } from '../../services/words/moderation-service.ts'
import { renderReport, reportInReach } from './report-in-reach.ts'

export async function create(req: Request, res: Response) {
  const report = await reportInReach(req)
  const form = restorationForm.read(req.body)
  if (!form.valid) return renderReport(res.status(422), report, form)

  const restored = await moderationService.restore(report, currentUser(req), form.values.note, new Date())
  req.flash(restored ? 'It is back where it stood.' : 'It stands there already.')
  res.seeOther(`/staff/reports/${report.id}`)
}
