import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { captionsForm } from '../../forms/teaching/captions.ts'
import type { Form } from '../../lib/form.ts'
import { ownLesson } from './own-lesson.ts'

/** The lesson in the path, which shows a video, for whoever made it. */
export async function ownVideo(req: Request) {
  const own = await ownLesson(req, { include: 'video' })
  if (own.lesson.kind !== 'video') throw new NotFound('video')
  return { ...own, video: own.lesson.video }
}

type Rejected = { video?: Form<object>; captions?: Form<object> }

/** A video and its captions by themselves, and for htmx how far it is. */
export function renderVideo(res: Response, own: Awaited<ReturnType<typeof ownVideo>>, rejected: Rejected = {}) {
  const forms = { video: captionsForm.blank(), captions: captionsForm.blank(), ...rejected }
  res.renderPage('teaching/videos/show', { ...own, forms }, { fragment: 'teaching/videos/_film' })
}
