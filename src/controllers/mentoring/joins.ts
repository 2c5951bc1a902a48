import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { SessionVisit } from '../../models/index.ts'
import { ownBooking } from './own-booking.ts'

export async function show(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const now = new Date()
  const link = booking.linkOf(side)
  if (!link || !booking.isOpenAt(now)) return res.renderPage('mentoring/sessions/join', { booking, side, now })

  const who = { bookingId: booking.id, memberId: currentUser(req).id, side }
  await SessionVisit.note({ ...who, what: 'opened', createdAt: now })
  res.leaveFor(link)
}
