import type { Request, Response } from 'express'
import { termsForm } from '../../forms/mentoring/terms.ts'
import { withTicked } from '../../forms/mentoring/ticked.ts'
import { saveTerms } from '../../services/mentoring/mentor-time.ts'
import { renderHours } from './hours-page.ts'
import { ownProfile } from './own-profile.ts'

export async function update(req: Request, res: Response) {
  const profile = await ownProfile(req)
  const form = withTicked(termsForm.read(req.body), req.body, 'languages')
  if (!form.valid) return renderHours(req, res.status(422), { terms: form })

  await saveTerms(profile, form.values, new Date())
  req.flash('Saved. It counts for what is booked from now on.')
  res.seeOther('/mentor/hours')
}
