import type { Request, Response } from 'express'
import { wishForm } from '../../forms/mentoring/wish.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { TimeWish } from '../../models/index.ts'
import { timeForReader } from '../../services/mentoring/session-in-words.ts'
import { MOST_WISHES, waitFor } from '../../services/mentoring/time-wishes.ts'
import { pathToTime } from '../../services/mentoring/week-of-times.ts'
import { publicMentor, renderTimes } from './times-page.ts'

const sentences = {
  'too many': `You wait for ${MOST_WISHES} times already. Take one away under your sessions first`,
  closed: 'No sessions can be booked here at the moment',
  own: 'Nobody can book a session with themselves',
}

export async function create(req: Request, res: Response) {
  const [mentor, member, form] = [await publicMentor(req), currentUser(req), wishForm.read(req.body)]
  if (!form.valid) return renderTimes(req, res.status(422), mentor, { wish: form })

  const answer = await waitFor(member, mentor, form.values, new Date())
  if (typeof answer === 'object') {
    const { there } = answer
    req.flash(`There is one already: ${timeForReader(there, member.timeZone, mentor.timeZone)}.`)
    return res.seeOther(pathToTime(mentor.slug!, there, member.timeZone))
  }
  if (answer !== 'kept' && answer !== 'kept before') {
    const wish = rejected(wishForm.blank(req.body), 'weekday', sentences[answer])
    return renderTimes(req, res.status(422), mentor, { wish })
  }
  req.flash(answer === 'kept' ? 'We tell you once, as soon as there is one.' : 'You wait for that already.')
  res.seeOther('/sessions')
}

export async function destroy(req: Request, res: Response) {
  const wish = await find(TimeWish, { id: req.params.id as string, memberId: currentUser(req).id })
  await wish.destroy()
  req.flash('You wait for that no more.')
  res.seeOther('/sessions')
}
