import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { StaffAction } from '../../models/index.ts'
import { personInReach } from './person.ts'

export async function create(req: Request, res: Response) {
  const person = await personInReach(req)
  const form = reasonForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('staff/looks/new', { person, form })

  await StaffAction.look(currentUser(req), person.id, form.values.reason, new Date())
  res.seeOther(`/staff/people/${person.id}`)
}
