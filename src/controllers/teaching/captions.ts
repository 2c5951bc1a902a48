import type { Request, Response } from 'express'
import { readCaptions } from '../../forms/teaching/captions.ts'
import { captionLesson } from '../../services/teaching/captions.ts'
import { pathTo } from './own-lesson.ts'
import { ownVideo, renderVideo } from './video-page.ts'

export async function update(req: Request, res: Response) {
  const own = await ownVideo(req)
  const form = await readCaptions(req)
  if (!form.valid) return renderVideo(res.status(422), own, { captions: form })

  await captionLesson(own.lesson, form.values.captions)
  req.flash(form.values.captions ? 'The captions are saved.' : 'The captions are taken away.')
  res.seeOther(pathTo(own))
}
