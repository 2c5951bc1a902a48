import type { Request, Response } from 'express'
import { wordsForm } from '../../forms/mentoring/booking.ts'
import { bookingService } from '../../services/mentoring/booking-service.ts'
import { backTo, ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'

export async function create(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req, 'mentor')
  const form = wordsForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, side, { words: form })

  const done = await bookingService.decline(booking, form.values.words, new Date())
  backTo(booking, req, res, done, 'Declined. The time is free again.')
}
