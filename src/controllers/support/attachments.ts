import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { StoredFile } from '../../models/index.ts'
import { ownTicket } from './own-ticket.ts'
import { sendFile } from './send-file.ts'

export async function show(req: Request, res: Response) {
  const ticket = await ownTicket(req)
  await sendFile(res, await find(StoredFile, { id: req.params.id, ticketId: ticket.id }))
}
