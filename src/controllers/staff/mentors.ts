import type { Request, Response } from 'express'
import { decisionForm } from '../../forms/mentoring/application.ts'
import { find } from '../../lib/find.ts'
import type { Form } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { MentorApplication, StaffAction } from '../../models/index.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('staff/mentors/index', await MentorApplication.waiting(req.query.after))
}

export async function show(req: Request, res: Response) {
  await renderApplication(req, res, await applicationInReach(req))
}

export function applicationInReach(req: Request) {
  const member = { association: 'member', attributes: ['id', 'name', 'role', 'createdAt'] }
  return find(MentorApplication, { id: req.params.application as string }, { include: member })
}

/** An application as our staff read it. Its writer can read that they did. */
export async function renderApplication(
  req: Request,
  res: Response,
  application: MentorApplication,
  form: Form<object> = decisionForm.blank(),
) {
  const why = 'to answer the application'
  await StaffAction.readOnce(currentUser(req), application.memberId, 'read an application as a mentor', why, new Date())
  res.renderPage('staff/mentors/show', { application, form })
}
