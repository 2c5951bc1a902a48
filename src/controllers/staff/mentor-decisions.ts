import type { Request, Response } from 'express'
import { readDecision } from '../../forms/mentoring/application.ts'
import { currentUser } from '../../middleware/audience.ts'
import { applicationService } from '../../services/mentoring/application-service.ts'
import { applicationInReach, renderApplication } from './mentors.ts'

const done = {
  accepted: 'A new mentor.',
  returned: 'Sent back with your question.',
  refused: 'Refused, with your words.',
}

export async function create(req: Request, res: Response) {
  const application = await applicationInReach(req)
  const form = readDecision(req.body)
  if (!form.valid) return renderApplication(req, res.status(422), application, form)

  await applicationService.decide(application, currentUser(req), form.values, new Date())
  req.flash(`${done[form.values.decision]} A letter is on its way.`)
  res.seeOther('/staff/mentors')
}
