import type { Request, Response } from 'express'
import { emailForm, passwordForm, placeForm } from '../../../forms/accounts/account.ts'
import type { Form } from '../../../lib/form.ts'
import { languages, timeZones } from '../../../lib/places.ts'
import { currentUser } from '../../../middleware/audience.ts'
import type { User } from '../../../models/index.ts'
import { settle } from '../../../services/mentoring/mentor-time.ts'

export function show(req: Request, res: Response) {
  renderAccount(res, currentUser(req))
}

export async function updatePlace(req: Request, res: Response) {
  const form = placeForm.read(req.body)
  if (!form.valid) return renderAccount(res.status(422), currentUser(req), { place: form })

  await settle(currentUser(req), form.values, new Date())
  req.flash('Saved. Times are shown in your zone now.')
  res.seeOther('/settings/account')
}

export function renderAccount(res: Response, user: User, rejected: Record<string, Form<object>> = {}) {
  const { timeZone, language } = user
  const blank = {
    email: emailForm.blank(),
    password: passwordForm.blank(),
    place: placeForm.blank({ timeZone, language }),
  }
  const zones = timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
  res.renderPage('accounts/settings/account', { user, forms: { ...blank, ...rejected }, zones, languages })
}
