import type { Request, Response } from 'express'
import { attendanceForm } from '../../forms/mentoring/booking.ts'
import { sayWhoCame } from '../../services/mentoring/attendance.ts'
import { answers } from '../../services/mentoring/session-in-words.ts'
import { backTo, ownBooking } from './own-booking.ts'
import { renderSession } from './session-page.ts'

export async function create(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const form = attendanceForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, side, { attendance: form })

  const done = await sayWhoCame(booking, side, answers[form.values.came][side], new Date())
  backTo(booking, req, res, done, 'Thank you. You can change it for three days.')
}
