import type { Request, Response } from 'express'
import { bookingService } from '../../services/mentoring/booking-service.ts'
import { backTo, ownBooking } from './own-booking.ts'

export async function create(req: Request, res: Response) {
  const { booking } = await ownBooking(req, 'mentor')
  backTo(booking, req, res, await bookingService.accept(booking, new Date()), 'It is agreed.')
}
