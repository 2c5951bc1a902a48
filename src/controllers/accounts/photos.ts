import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { files } from '../../gateways/files.ts'
import { find } from '../../lib/find.ts'
import { StoredFile, User } from '../../models/index.ts'
import { haveBooked } from '../../services/mentoring/own-sessions.ts'

/** A photo is asked for again on every page, and mostly answered by 304: hiding it works at once. */
export async function show(req: Request, res: Response) {
  const photo = await find(StoredFile, { id: req.params.id, purpose: 'photo' })
  const owner = await User.findOne({ where: { photoId: photo.id } })
  if (!owner?.letsSeePhoto(req.user) && !(await haveBooked(req.user, owner))) throw new NotFound('photo')

  res.set({ 'Cache-Control': 'private, no-cache', ETag: `"${photo.sha256}"`, 'X-Content-Type-Options': 'nosniff' })
  if (req.fresh) return res.status(304).end()
  res.type(photo.mediaType).set('Content-Length', String(photo.bytes))
  await pipeline(await files.get(photo.storageKey), res)
}
