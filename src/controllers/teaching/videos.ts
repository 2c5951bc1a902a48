import type { Request, Response } from 'express'
import { captionsForm } from '../../forms/teaching/captions.ts'
import { rejected } from '../../lib/form.ts'
import { videoService } from '../../services/teaching/video-service.ts'
import { pathTo } from './own-lesson.ts'
import { ownVideo, renderVideo } from './video-page.ts'

export async function show(req: Request, res: Response) {
  renderVideo(res, await ownVideo(req))
}

export async function create(req: Request, res: Response) {
  const own = await ownVideo(req)
  const problem = req.film ? await videoService.receive(own.lesson, req.film, new Date()) : 'Choose a video'
  if (problem) return renderVideo(res.status(422), own, { video: rejected(captionsForm.blank(), 'video', problem) })

  req.flash('Your video has arrived. Bunny prepares it now.')
  res.seeOther(pathTo(own))
}

export async function destroy(req: Request, res: Response) {
  const own = await ownVideo(req)
  if (own.video) await videoService.remove(own.video)
  req.flash('The video is taken away.')
  res.seeOther(pathTo(own))
}
