import type { Request, Response } from 'express'
import { ownBooking } from './own-booking.ts'

export async function show(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const now = new Date()
  if (booking.isOpenAt(now) && booking.meetingLink) return res.leaveFor(booking.meetingLink)
  res.renderPage('mentoring/sessions/join', { booking, side, now })
}
