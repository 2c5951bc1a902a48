import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import type { Side } from '../../models/booking.ts'
import { Booking } from '../../models/index.ts'
import { isUnpaid } from '../../services/mentoring/holds.ts'
import { people } from '../../services/mentoring/own-sessions.ts'

const meeting = { association: 'meeting', attributes: ['id', 'mentorLink', 'menteeLink'] }

/** The session in the path and the side on which whoever is signed in stands; `only` one of them, if it says so. */
export async function ownBooking(req: Request, only?: Side) {
  const booking = await find(Booking, { id: req.params.id as string }, { include: [...people, meeting] })
  const side = booking.sideOf(currentUser(req))
  if (!side || isUnpaid(booking) || (only && side !== only)) throw new NotFound('session')
  return { booking, side }
}

/** Back to the session, with a word on what came of it: the other side may have been faster. */
export function backTo({ id }: Booking, req: Request, res: Response, done: boolean, sentence: string) {
  if (done) req.flash(sentence)
  else req.flash('That was not possible any more. This is how it stands now.', 'warning')
  res.seeOther(`/sessions/${id}`)
}
