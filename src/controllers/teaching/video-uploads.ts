import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { videoService } from '../../services/teaching/video-service.ts'
import { pathTo } from './own-lesson.ts'
import { ownVideo } from './video-page.ts'

/** For our script: where and how the video that has just been begun is sent. */
export async function show(req: Request, res: Response) {
  const { video } = await ownVideo(req)
  const presigned = video && videoService.presigned(video, new Date())
  if (!presigned) throw new NotFound('upload')
  res.set('Cache-Control', 'no-store').json(presigned)
}

export async function create(req: Request, res: Response) {
  const own = await ownVideo(req)
  await videoService.begin(own.lesson, new Date())
  res.seeOther(`${pathTo(own)}/video/upload`)
}

export async function complete(req: Request, res: Response) {
  const own = await ownVideo(req)
  if (own.video) await videoService.lookAfter(own.video, new Date())
  req.flash('Your video is sent. Bunny prepares it now.')
  res.seeOther(pathTo(own))
}
