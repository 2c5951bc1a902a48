import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { reinstate, suspend } from '../../services/accounts/suspension.ts'
import { renderPerson } from './people.ts'
import { personInReach } from './person.ts'

export const create = act(suspend, 'The account is suspended.')
export const lift = act(reinstate, 'The account is open again.')

function act(change: typeof suspend, done: string) {
  return async (req: Request, res: Response) => {
    const person = await personInReach(req)
    const form = reasonForm.read(req.body)
    if (!form.valid) return renderPerson(req, res.status(422), person, form)

    await change(person, currentUser(req), form.values.reason, new Date())
    req.flash(done)
    res.seeOther(`/staff/people/${person.id}`)
  }
}
