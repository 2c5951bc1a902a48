import type { Request, Response } from 'express'
import { emailForm, passwordForm, placeForm } from '../../../forms/accounts/account.ts'
import type { Form } from '../../../lib/form.ts'
import { languages, timeZones } from '../../../lib/places.ts'
import { currentUser } from '../../../middleware/audience.ts'
import type { Booking, User } from '../../../models/index.ts'
import { settle } from '../../../services/mentoring/mentor-time.ts'
import { sessionsAtOddHours } from '../../../services/mentoring/odd-hours.ts'

/** After a move to another zone with what is at odd hours there. */
export async function show(req: Request, res: Response) {
  const user = currentUser(req)
  renderAccount(res, user, {}, req.query.sessions === 'odd' ? await sessionsAtOddHours(user, new Date()) : [])
}

export async function updatePlace(req: Request, res: Response) {
  const form = placeForm.read(req.body)
  if (!form.valid) return renderAccount(res.status(422), currentUser(req), { place: form })

  const user = currentUser(req)
  await settle(user, form.values, new Date())
  const odd = await sessionsAtOddHours(user, new Date())
  req.flash('Saved. Times are shown in your zone now.')
  res.seeOther(odd.length > 0 ? '/settings/account?sessions=odd' : '/settings/account')
}

export function renderAccount(
  res: Response,
  user: User,
  rejected: Record<string, Form<object>> = {},
  odd: Booking[] = [],
) {
  const { timeZone, language } = user
  const blank = {
    email: emailForm.blank(),
    password: passwordForm.blank(),
    place: placeForm.blank({ timeZone, language }),
  }
  const zones = timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  res.renderPage('accounts/settings/account', { user, forms: { ...blank, ...rejected }, zones, languages, odd })
}
