import type { Request, Response } from 'express'
import { orMissing } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { feedBehind, renewFeed, revokeFeed } from '../../services/mentoring/calendar-feed.ts'

/** Read by calendars, which sign in nowhere: the address is the key. */
export async function show(req: Request, res: Response) {
  const feed = await orMissing('calendar', feedBehind(req.params.token, new Date()))
  res.type('text/calendar; charset=utf-8').set('Cache-Control', 'private, no-store').end(feed)
}

export async function create(req: Request, res: Response) {
  await renewFeed(currentUser(req).id, new Date())
  req.flash('This is your address. One that you had before shows nothing any more.')
  res.seeOther('/sessions')
}

export async function destroy(req: Request, res: Response) {
  await revokeFeed(currentUser(req).id)
  req.flash('The address is gone. Calendars that know it find nothing there.')
  res.seeOther('/sessions')
}
