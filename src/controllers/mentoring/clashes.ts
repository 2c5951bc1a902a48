import type { Request, Response } from 'express'
import { readTime, type Time } from '../../forms/mentoring/away.ts'
import { choicesIn, clashesForm, fieldOf } from '../../forms/mentoring/clashes.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { timeInWords } from '../../lib/times.ts'
import { currentUser } from '../../middleware/audience.ts'
import { clashesWith, goAway, type InTheWay } from '../../services/mentoring/clashes.ts'
import { effectInWords } from '../../services/mentoring/session-in-words.ts'
import { ownProfile } from './own-profile.ts'

const overtaken = 'Something has changed meanwhile. Please look at it once more'

export async function show(req: Request, res: Response) {
  const { mentorId } = await ownProfile(req)
  const time = rangeIn(req, req.query)
  if (!time) return res.seeOther('/mentor/away')
  renderClashes(req, res, await clashesWith(mentorId, time, new Date()), req.query)
}

export async function create(req: Request, res: Response) {
  const { mentorId } = await ownProfile(req)
  const time = rangeIn(req, req.body)
  if (!time) return res.seeOther('/mentor/away')

  const clashes = await clashesWith(mentorId, time, new Date())
  const form = clashesForm(clashes).read(req.body)
  if (!form.valid) return renderClashes(req, res.status(422), clashes, req.body, form)

  const done = await goAway(mentorId, time, choicesIn(form.values), new Date())
  if (done === 'overtaken') {
    const again = await clashesWith(mentorId, time, new Date())
    return renderClashes(req, res.status(409), again, req.body, rejected(form, 'form', overtaken))
  }
  req.flash(done === 'away' ? 'Nobody can book you then, and we have told everybody.' : 'You said so before.')
  res.seeOther('/mentor/away')
}

function rangeIn(req: Request, typed: Record<string, unknown>): Omit<Time, 'kind'> | undefined {
  const form = readTime(typed, currentUser(req).timeZone, new Date())
  if (!form.valid) return undefined
  const { startsAt, endsAt } = form.values
  return { startsAt, endsAt }
}

function renderClashes(
  req: Request,
  res: Response,
  clashes: InTheWay[],
  { from, until }: Record<string, unknown>,
  form: Form<object> = clashesForm(clashes).blank(),
) {
  const at = (instant: Date) => timeInWords(instant, currentUser(req).timeZone, 'session')
  const words = { at, fieldOf, effectInWords }
  res.renderPage('mentoring/clashes/show', { clashes, range: { from, until }, form, now: new Date(), ...words })
}
