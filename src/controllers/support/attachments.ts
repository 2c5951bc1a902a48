import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { files } from '../../gateways/files.ts'
import { find } from '../../lib/find.ts'
import { StoredFile } from '../../models/index.ts'
import { ownTicket } from './own-ticket.ts'

export async function show(req: Request, res: Response) {
  const ticket = await ownTicket(req)
  await sendFile(res, await find(StoredFile, { id: req.params.id, ticketId: ticket.id }))
}

/** What somebody uploaded is handed out to be saved, and may do nothing should a browser show it all the same. */
async function sendFile(res: Response, { storageKey, name, mediaType, bytes }: StoredFile) {
  if (!(await files.exists(storageKey))) throw new NotFound('file')

  res.attachment(name).type(mediaType)
  res.set({
    'Content-Length': String(bytes),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'no-store',
  })
  await pipeline(await files.get(storageKey), res)
}
