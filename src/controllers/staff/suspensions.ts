import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { deskService } from '../../services/staff/desk-service.ts'
import { renderPerson } from './people.ts'
import { personInReach } from './person.ts'

export const create = act(true, 'The account is suspended.')
export const lift = act(false, 'The account is open again.')

function act(suspended: boolean, done: string) {
  return async (req: Request, res: Response) => {
    const person = await personInReach(req)
    const form = reasonForm.read(req.body)
    if (!form.valid) return renderPerson(req, res.status(422), person, form)

    await deskService.suspend(person, currentUser(req), suspended, form.values.reason, new Date())
    req.flash(done)
    res.seeOther(`/staff/people/${person.id}`)
  }
}
