import type { Response } from 'express'
import { Forbidden } from '../../errors.ts'
import { certificateForm } from '../../forms/learning/certificate.ts'
import { Certificate } from '../../models/index.ts'
import { certificateService } from '../../services/learning/certificate-service.ts'
import { outlineOf } from '../../services/learning/outline.ts'
import { progressService } from '../../services/learning/progress-service.ts'
import { placeIn, type Room } from './classroom.ts'

/**
 * A place in a course that its learner has finished. One who comes back after a refund, or whose last open lesson was taken
 * out, has finished it without a beat that could have said so: then that is written down now.
 * @throws Forbidden while there are lessons left
 */
export async function finishedPlace(room: Room) {
  const place = placeIn(room)
  if (!place.finishedAt && (await outlineOf(room.course, place.learnerId)).isComplete) {
    await progressService.finish(place, new Date())
    await place.reload()
  }
  if (place.finishedAt) return place

  const way = { path: `/learn/${room.course.slug}`, text: 'Go on with it' }
  throw new Forbidden('You have not finished this course yet.', way)
}

export async function renderFinished(res: Response, room: Room, rejected?: ReturnType<typeof certificateForm.read>) {
  const certificate = await Certificate.findOne({ where: { enrolmentId: room.enrolment!.id } })
  const form = rejected ?? certificateForm.blank({ name: certificate?.showsName })
  const address = certificate && certificateService.addressOf(certificate)
  res.renderPage('learning/finished/show', { ...room, certificate, address, form })
}
