import type { Request, Response } from 'express'
import type { Order } from 'sequelize'
import { validate } from 'uuid'
import { reasonForm, searchForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Export, StaffAction, Ticket, User } from '../../models/index.ts'
import { factsFor } from '../../services/staff/facts.ts'
import * as support from '../../services/support/in-words.ts'
import { personInReach } from './person.ts'

const newest: Order = [['createdAt', 'desc']]

export async function index(req: Request, res: Response) {
  const ids = typeof req.query.found === 'string' ? req.query.found.split(',').filter((id) => validate(id)) : undefined
  const found = ids && (await StaffAction.foundBy(currentUser(req), ids.slice(0, 20), new Date()))
  const people = found && (await User.findAll({ where: { id: found }, order: ['name', 'id'] }))
  res.renderPage('staff/people/index', { people, form: searchForm.blank(), support })
}

export async function show(req: Request, res: Response) {
  await renderPerson(req, res, await personInReach(req))
}

/** What our staff may know of a person, once they have said why: no word they wrote, and nothing they sign in with. */
export async function renderPerson(req: Request, res: Response, person: User, form = reasonForm.blank()) {
  const me = currentUser(req)
  if (!(await StaffAction.mayLook(me, person.id, new Date())))
    return res.renderPage('staff/looks/new', { person, form })

  const [tickets, exports] = await Promise.all([
    Ticket.findAll({ where: { requesterId: person.id, queue: Ticket.queuesOf(me) }, order: newest, limit: 50 }),
    Export.findAll({ where: { userId: person.id }, order: newest, limit: 10 }),
  ])
  res.renderPage('staff/people/show', { person, facts: factsFor(person), tickets, exports, form, support })
}
