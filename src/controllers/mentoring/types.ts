import type { Request, Response } from 'express'
import { typeForm } from '../../forms/mentoring/type.ts'
import { find } from '../../lib/find.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { SessionType } from '../../models/index.ts'
import { addType, archiveType, changeType, MOST_TYPES } from '../../services/mentoring/session-types.ts'
import { ownProfile } from './own-profile.ts'

const tooMany = `You offer ${MOST_TYPES} sessions already. Archive one of them first`

export async function index(req: Request, res: Response) {
  await renderTypes(req, res, typeForm.blank({ minutes: '60', price: '0', approval: 'on' }))
}

export async function create(req: Request, res: Response) {
  const form = typeForm.read(req.body)
  if (!form.valid) return renderTypes(req, res.status(422), form)

  await ownProfile(req)
  const type = await addType(currentUser(req), form.values, new Date())
  if (!type) return renderTypes(req, res.status(422), rejected(typeForm.blank(req.body), 'form', tooMany))
  req.flash('It can be booked from now on.')
  res.seeOther('/mentor/types')
}

export async function show(req: Request, res: Response) {
  const type = await ownType(req)
  const { title, description, minutes, needsApproval: approval } = type
  const price = (type.priceMinor / 100).toFixed(2)
  const form = typeForm.blank({ title, description, minutes, price, approval })
  res.renderPage('mentoring/types/show', { sessionType: type, form })
}

export async function update(req: Request, res: Response) {
  const type = await ownType(req)
  const form = typeForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('mentoring/types/show', { sessionType: type, form })

  await changeType(type, form.values, new Date())
  req.flash('Changed. What is booked already stays as it was.')
  res.seeOther('/mentor/types')
}

export async function archive(req: Request, res: Response) {
  await archiveType(await ownType(req), new Date())
  req.flash('It cannot be booked any more. What is booked already stands.')
  res.seeOther('/mentor/types')
}

function ownType(req: Request) {
  return find(SessionType, { id: req.params.type as string, mentorId: currentUser(req).id, archivedAt: null })
}

async function renderTypes(req: Request, res: Response, form: Form<object>) {
  const { mentorId } = await ownProfile(req)
  const types = await SessionType.findAll({ where: { mentorId, archivedAt: null }, order: ['minutes', 'id'] })
  res.renderPage('mentoring/types/index', { types, form })
}
