import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Alarm } from '../../models/index.ts'

export async function resolve(req: Request, res: Response) {
  const alarm = await find(Alarm, { id: req.params.id as string, resolvedAt: null })
  await alarm.resolve(currentUser(req), new Date())
  req.flash('The alarm is off.')
  res.seeOther('/staff/jobs')
}
