import type { Request, Response } from 'express'
import { linkForm } from '../../forms/mentoring/booking.ts'
import { bookingService } from '../../services/mentoring/booking-service.ts'
import { backTo, ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'

export async function create(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req, 'mentor')
  const form = linkForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, side, { link: form })

  const done = await bookingService.giveLink(booking, form.values.link, 'mentor', new Date())
  backTo(booking, req, res, done, 'Kept. It opens a quarter of an hour before the start.')
}
