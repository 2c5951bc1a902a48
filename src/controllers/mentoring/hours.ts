import type { Request, Response } from 'express'
import { changedHoursForm, hoursForm, readHours } from '../../forms/mentoring/hours.ts'
import { withTicked } from '../../forms/mentoring/ticked.ts'
import { find } from '../../lib/find.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { WeeklyHour } from '../../models/index.ts'
import { addHours, changeHours, removeTime } from '../../services/mentoring/mentor-time.ts'
import { renderHours } from './hours-page.ts'
import { ownProfile } from './own-profile.ts'

const overlap = 'You have hours at that time already. Change those, or choose others'

export async function show(req: Request, res: Response) {
  await renderHours(req, res)
}

export async function create(req: Request, res: Response) {
  const { mentorId } = await ownProfile(req)
  const form = withTicked(readHours(hoursForm, req.body), req.body, 'days')
  if (!form.valid) return renderHours(req, res.status(422), { form })

  const added = await addHours(mentorId, form.values, new Date())
  if (!added) return renderHours(req, res.status(422), { form: rejected(hoursForm.blank(req.body), 'from', overlap) })
  req.flash('Your hours are saved.')
  res.seeOther('/mentor/hours')
}

export async function update(req: Request, res: Response) {
  const hours = await ownHours(req)
  const form = readHours(changedHoursForm, req.body)
  if (!form.valid) return renderChanged(req, res, hours, form)

  const changed = await changeHours(hours, form.values, new Date())
  if (!changed) return renderChanged(req, res, hours, rejected(changedHoursForm.blank(req.body), 'from', overlap))
  req.flash('Your hours are saved.')
  res.seeOther('/mentor/hours')
}

export async function destroy(req: Request, res: Response) {
  await removeTime(await ownHours(req), new Date())
  req.flash('Those hours are gone. What is booked in them stands.')
  res.seeOther('/mentor/hours')
}

function ownHours(req: Request) {
  return find(WeeklyHour, { id: req.params.hours as string, mentorId: currentUser(req).id })
}

function renderChanged(req: Request, res: Response, { id }: WeeklyHour, form: Form<object>) {
  return renderHours(req, res.status(422), { changed: { id, form } })
}
