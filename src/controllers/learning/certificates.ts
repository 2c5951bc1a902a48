import type { Request, Response } from 'express'
import { certificateForm } from '../../forms/learning/certificate.ts'
import { find } from '../../lib/find.ts'
import { Certificate } from '../../models/index.ts'
import { certificateService } from '../../services/learning/certificate-service.ts'
import { openCourse, placeIn } from './classroom.ts'
import { finishedPlace, renderFinished } from './finished-page.ts'

export async function create(req: Request, res: Response) {
  const room = await openCourse(req)
  const place = await finishedPlace(room)
  const form = certificateForm.read(req.body)
  if (!form.valid) return renderFinished(res.status(422), room, form)

  await certificateService.issue(place, form.values.name, new Date())
  req.flash(form.values.name ? 'Your certificate shows your name.' : 'Your certificate shows no name.')
  res.seeOther(`/learn/${room.course.slug}/finished`)
}

export async function file(req: Request, res: Response) {
  const room = await openCourse(req)
  const certificate = await find(Certificate, { enrolmentId: placeIn(room).id })
  const bytes = await certificateService.document(certificate, room.course)
  res.attachment(`certificate-${room.course.slug}.pdf`).set('Cache-Control', 'no-store').end(bytes)
}

/** For whoever was shown the address: the course, the day, and the name while its learner shows it. */
export async function show(req: Request, res: Response) {
  const course = { association: 'course', attributes: ['title'] }
  const enrolment = { association: 'enrolment', attributes: ['revokedAt'], include: [course] }
  const certificate = await find(Certificate, { code: req.params.code }, { include: enrolment })
  const name = certificate.isValid ? await certificateService.nameOn(certificate) : undefined
  res.set('X-Robots-Tag', `${res.get('X-Robots-Tag')}, noindex`)
  res.renderPage('learning/certificates/show', { certificate, name })
}
