import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { NotFound } from '../../errors.ts'
import { files } from '../../gateways/files.ts'
import type { LessonFile, StoredFile } from '../../models/index.ts'

/** What somebody uploaded is handed out to be saved, and may do nothing should a browser show it all the same. */
export async function sendFile(res: Response, { storageKey, name, mediaType, bytes }: StoredFile | LessonFile) {
  if (!(await files.exists(storageKey))) throw new NotFound('file')

  res.attachment(name).type(mediaType)
  res.set({
    'Content-Length': String(bytes),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'no-store',
  })
  await pipeline(await files.get(storageKey), res)
}
