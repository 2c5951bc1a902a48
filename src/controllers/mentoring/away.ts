import type { Request, Response } from 'express'
import { readTime, type Time, timeForm } from '../../forms/mentoring/away.ts'
import { find } from '../../lib/find.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { SingleTime } from '../../models/index.ts'
import { clashesWith } from '../../services/mentoring/clashes.ts'
import { addTime, removeTime } from '../../services/mentoring/mentor-time.ts'
import { singleTimesOf } from '../../services/mentoring/single-times.ts'
import { ownProfile } from './own-profile.ts'

const taken = 'You have said so for a part of that time already. Take that away first, or choose another'

export async function index(req: Request, res: Response) {
  await renderTimes(req, res)
}

export async function create(req: Request, res: Response) {
  const { mentorId } = await ownProfile(req)
  const form = readTime(req.body, currentUser(req).timeZone, new Date())
  if (!form.valid) return renderTimes(req, res.status(422), form)

  const { kind, ...range } = form.values
  if (kind === 'away' && (await clashesWith(mentorId, range, new Date())).length > 0)
    return res.seeOther(`/mentor/away/clashes?${new URLSearchParams({ from: req.body.from, until: req.body.until })}`)

  const added = await addTime(mentorId, form.values, new Date())
  if (!added) return renderTimes(req, res.status(422), rejected(timeForm.blank(req.body), 'from', taken))
  req.flash(kind === 'away' ? 'Nobody can book you then.' : 'You can be booked then.')
  res.seeOther('/mentor/away')
}

export async function destroy(req: Request, res: Response) {
  const time = await find(SingleTime, { id: req.params.time as string, mentorId: currentUser(req).id })
  await removeTime(time, new Date())
  req.flash('Taken away. Your week counts again.')
  res.seeOther('/mentor/away')
}

async function renderTimes(req: Request, res: Response, form: Form<Time | object> = timeForm.blank()) {
  const { mentorId } = await ownProfile(req)
  const times = await singleTimesOf(mentorId, currentUser(req).timeZone, new Date())
  const kind = (form.values as { kind?: unknown }).kind === 'open' ? 'open' : 'away'
  const forms = { away: timeForm.blank(), open: timeForm.blank(), [kind]: form }
  res.renderPage('mentoring/away/index', { ...times, forms })
}
