import type { Request, Response } from 'express'
import { hoursForm } from '../../forms/mentoring/hours.ts'
import { termsForm } from '../../forms/mentoring/terms.ts'
import type { Form } from '../../lib/form.ts'
import { languages } from '../../lib/places.ts'
import { currentUser } from '../../middleware/audience.ts'
import { type MentorProfile, WeeklyHour } from '../../models/index.ts'
import * as mentoring from '../../services/mentoring/in-words.ts'
import { previewOf } from '../../services/mentoring/preview.ts'
import { place } from '../../services/mentoring/session-in-words.ts'
import { ownProfile } from './own-profile.ts'

type Forms = { form?: Form<object>; terms?: Form<object>; changed?: { id: string; form: Form<object> } }

/** A mentor's week, how they take bookings, and what comes of it in the next two weeks. */
export async function renderHours(req: Request, res: Response, forms: Forms = {}) {
  const [me, profile] = [currentUser(req), await ownProfile(req)]
  const [week, preview] = await Promise.all([
    WeeklyHour.findAll({ where: { mentorId: me.id }, order: ['weekday', 'startMinute'] }),
    previewOf(profile, me, new Date()),
  ])
  const blank = { form: hoursForm.blank({ from: '09:00', until: '12:00' }), terms: termsOf(profile) }
  const locals = {
    profile,
    place: place(me.timeZone),
    week,
    preview,
    languages,
    mentoring,
    changed: undefined,
    ...blank,
    ...forms,
  }
  res.renderPage('mentoring/hours/show', locals)
}

function termsOf({
  listing,
  languages,
  noticeMinutes,
  horizonDays,
  bufferBefore,
  bufferAfter,
  maxPerDay,
}: MentorProfile) {
  const pauses = { before: bufferBefore, after: bufferAfter }
  const ahead = { notice: Math.ceil(noticeMinutes / 60), horizon: horizonDays }
  return termsForm.blank({ listing, languages, ...ahead, ...pauses, most: maxPerDay })
}
