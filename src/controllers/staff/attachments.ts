import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { StaffAction, StoredFile } from '../../models/index.ts'
import { sendFile } from '../support/send-file.ts'
import { ticketInReach } from './case.ts'

export async function show(req: Request, res: Response) {
  const ticket = await ticketInReach(req)
  const file = await find(StoredFile, { id: req.params.id, ticketId: ticket.id })
  await StaffAction.lookAtTicket(currentUser(req), 'opened a file of a ticket', ticket, new Date())
  await sendFile(res, file)
}
