import type { Request, Response } from 'express'
import { v4 } from 'uuid'
import { NotFound } from '../../errors.ts'
import { bookingForm, moveForm } from '../../forms/mentoring/booking.ts'
import { wishForm } from '../../forms/mentoring/wish.ts'
import { orMissing } from '../../lib/find.ts'
import type { Form } from '../../lib/form.ts'
import { timeZones, zoneOptions } from '../../lib/places.ts'
import type { User } from '../../models/index.ts'
import { mentorAt, typesOf } from '../../services/mentoring/at-slug.ts'
import { freeTimesOf } from '../../services/mentoring/availability.ts'
import * as mentoring from '../../services/mentoring/in-words.ts'
import { hoursOf } from '../../services/mentoring/mentor-profile.ts'
import * as sessions from '../../services/mentoring/session-in-words.ts'
import { dayIn, weekOf } from '../../services/mentoring/week-of-times.ts'

/** The mentor in the path, if they have a page. */
export async function publicMentor(req: Request) {
  const mentor = await orMissing('mentor', mentorAt(req.params.slug as string))
  if (!mentor.hasPublicProfile) throw new NotFound('mentor')
  return mentor
}

type Again = { typed?: Form<object>; wish?: Form<object> }

/** What can be booked with a mentor, and when, as it stands now; with what was typed, if it has to be typed again. */
export async function renderTimes(req: Request, res: Response, mentor: User, { typed, wish }: Again = {}) {
  const now = new Date()
  const asked = { ...req.query, ...(typed?.values as Record<string, unknown>) }
  const [hours, types] = await Promise.all([hoursOf(mentor.id), typesOf(mentor.id)])
  const isOpen = Boolean(hours?.shortest)
  const type = types.find(({ id }) => id === asked.type) ?? types[0]
  const zone = zoneFor(req, asked.tz)
  const times = isOpen && hours && type ? await freeTimesOf(hours, type.minutes, now) : []
  const week = weekOf(times, zone, typed ? dayAsked(asked.start, zone) : asked.week, now)

  const form = typed ?? bookingForm.blank({ client_token: v4(), start: asked.start })
  const words = { sessions, mentoring, zoneOptions }
  const forms = { form, wish: wish ?? wishForm.blank() }
  const locals = { mentor, types, type, week, ...forms, ...words, isOpen }
  res.renderPage('mentoring/times/show', locals, { fragment: 'mentoring/times/_week' })
}

/** What is asked for, else the reader's own, else UTC. */
export function zoneFor(req: Request, asked?: unknown) {
  return timeZones.find((zone) => zone === asked) ?? req.user?.timeZone ?? 'UTC'
}

function dayAsked(start: unknown, zone: string) {
  const { values } = moveForm.read({ start })
  return values.start instanceof Date ? dayIn(zone, values.start) : undefined
}
