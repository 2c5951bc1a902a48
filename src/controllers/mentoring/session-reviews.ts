import type { Request, Response } from 'express'
import { reviewForm } from '../../forms/words/review.ts'
import { deleteReview, review } from '../../services/mentoring/session-reviews.ts'
import { backTo, ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'

export async function create(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const form = reviewForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, side, { review: form })

  const done = await review(booking, side, form.values, new Date())
  backTo(booking, req, res, done, 'Thank you. It is shown once both of you have written, or after seven days.')
}

export async function destroy(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const done = await deleteReview(booking, side, new Date())
  backTo(booking, req, res, done, 'Your review is deleted.')
}
