import type { Request, Response } from 'express'
import { applicationForm } from '../../forms/mentoring/application.ts'
import type { Form } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { applicationService } from '../../services/mentoring/application-service.ts'

export async function show(req: Request, res: Response) {
  await renderApplication(req, res)
}

export async function create(req: Request, res: Response) {
  const form = applicationForm.read(req.body)
  if (!form.valid) return renderApplication(req, res.status(422), form)

  await applicationService.submit(currentUser(req), form.values, new Date())
  req.flash('Thank you. We read it, and answer by letter.')
  res.seeOther('/mentor/apply')
}

async function renderApplication(req: Request, res: Response, form?: Form<object>) {
  const standing = await applicationService.standingOf(currentUser(req), new Date())
  const { what, why, links } = standing.application?.state === 'returned' ? standing.application : {}
  const blank = applicationForm.blank({ what, why, links: links?.join('\n') })
  res.renderPage('mentoring/applications/show', { ...standing, form: form ?? blank })
}
