import type { Request, Response } from 'express'
import { moveForm } from '../../forms/mentoring/booking.ts'
import { find } from '../../lib/find.ts'
import { type Form, rejected } from '../../lib/form.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, BookingMove } from '../../models/index.ts'
import {
  acceptMove,
  otherSide,
  proposalsLeft,
  proposeMove,
  refuseMove,
  timesToMove,
  withdrawMove,
} from '../../services/mentoring/booking-moves.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { weekOf } from '../../services/mentoring/week-of-times.ts'
import { backTo, ownBooking } from './own-booking.ts'
import { zoneFor } from './times-page.ts'

const gone = 'That time is not free any more. Choose another one'
const spent = (other: string) => `You have proposed three times already. Please leave it to ${other}, or cancel`

export async function show(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  await renderMove(req, res, booking, side, moveForm.blank())
}

export async function create(req: Request, res: Response) {
  const { booking, side } = await ownBooking(req)
  const form = moveForm.read(req.body)
  if (!form.valid) return renderMove(req, res.status(422), booking, side, form)

  const done = await proposeMove(booking, side, form.values.start, new Date())
  if (!done && booking.isAheadAt(new Date()))
    return renderMove(req, res.status(409), booking, side, await refusedBy(booking, side, form))
  backTo(booking, req, res, done, `Proposed. Until ${sessions.otherOf(booking, side)} agrees, the old time stands.`)
}

export async function accept(req: Request, res: Response) {
  const { booking, side, move } = await moveBy(req, 'the other')
  const sentence = `Moved. We have told ${sessions.otherOf(booking, side)}.`
  backTo(booking, req, res, await acceptMove(booking, move, new Date()), sentence)
}

export async function refuse(req: Request, res: Response) {
  const { booking, move } = await moveBy(req, 'the other')
  backTo(booking, req, res, await refuseMove(booking, move, new Date()), 'The old time stands.')
}

/** One's own: it can be taken back until there is an answer. */
export async function withdraw(req: Request, res: Response) {
  const { booking, side, move } = await moveBy(req, 'oneself')
  const sentence = `Taken back, and the old time stands. We have told ${sessions.otherOf(booking, side)}.`
  backTo(booking, req, res, await withdrawMove(booking, move, new Date()), sentence)
}

async function refusedBy(booking: Booking, side: Side, form: Form<object>) {
  return (await proposalsLeft(booking, side)) > 0
    ? rejected(form, 'start', gone)
    : rejected(form, 'form', spent(sessions.otherOf(booking, side)))
}

/** What one of the two has proposed. Nobody answers themselves, nor takes back what is another's. */
async function moveBy(req: Request, whom: 'oneself' | 'the other') {
  const { booking, side } = await ownBooking(req)
  const proposedBy = whom === 'oneself' ? side : otherSide[side]
  const where = { id: req.params.move as string, bookingId: booking.id, proposedBy }
  return { booking, side, move: await find(BookingMove, where) }
}

async function renderMove(req: Request, res: Response, booking: Booking, side: Side, form: Form<object>) {
  const now = new Date()
  const zone = zoneFor(req)
  const [times, left] = await Promise.all([timesToMove(booking, side, now), proposalsLeft(booking, side)])
  const week = weekOf(times, zone, req.query.week, now)
  const canMove = booking.state === 'confirmed' && booking.isAheadAt(now)
  const locals = { booking, side, form, week, zone, sessions, canMove, left }
  res.renderPage('mentoring/moves/show', locals, { fragment: 'mentoring/moves/_week' })
}
