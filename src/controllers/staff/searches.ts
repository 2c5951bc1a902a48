import type { Request, Response } from 'express'
import { searchForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { findPeople } from '../../services/staff/find-people.ts'
import * as support from '../../services/support/in-words.ts'

/** What was searched for stands in no address: the answer leads to the ids of who was found. */
export async function create(req: Request, res: Response) {
  const form = searchForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('staff/people/index', { people: undefined, form, support })

  const people = await findPeople(form.values.q, currentUser(req), new Date())
  res.seeOther(`/staff/people?found=${people.map(({ id }) => id).join(',')}`)
}
