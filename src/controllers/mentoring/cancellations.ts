import type { Request, Response } from 'express'
import { wordsForm } from '../../forms/mentoring/booking.ts'
import { bookingService } from '../../services/mentoring/booking-service.ts'
import { otherOf } from '../../services/mentoring/session-in-words.ts'
import { backTo, ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'

export async function create(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const form = wordsForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, side, { words: form })

  const wasCancelled = booking.state === 'cancelled' // a second click finds what the first has done
  const done = wasCancelled || (await bookingService.cancel(booking, side, form.values.words, new Date()))
  backTo(booking, req, res, done, `Cancelled. We have told ${otherOf(booking, side)}.`)
}
