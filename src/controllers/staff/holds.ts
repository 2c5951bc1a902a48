import type { Request, Response } from 'express'
import { holdForm, reviewForm } from '../../forms/staff/privacy.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { LegalHold } from '../../models/index.ts'
import { holdableTables, LegalHoldService } from '../../services/privacy/retention/legal-hold-service.ts'

const service = new LegalHoldService()

/** A ticket and a person lead here with their record filled in, for nobody knows an id by heart. */
export function index(req: Request, res: Response) {
  const { table = 'tickets', record } = req.query
  return renderHolds(res, holdForm.blank({ table, record }))
}

export async function create(req: Request, res: Response) {
  const form = holdForm.read(req.body)
  if (!form.valid) return renderHolds(res.status(422), form)

  const { table: tableName, record: recordId, reason, review_on: reviewOn } = form.values
  const hold = await service.place({ tableName, recordId, reason, reviewOn }, currentUser(req))
  if (!hold) return renderHolds(res.status(422), rejected(form, 'record', 'There is no such record that is not held'))
  req.flash('The record is held.')
  res.seeOther('/staff/privacy/holds')
}

export async function review(req: Request, res: Response) {
  const hold = await find(LegalHold, { id: req.params.id, releasedAt: null })
  const form = reviewForm.read(req.body)
  if (!form.valid) return renderHolds(res.status(422), holdForm.blank(), form.errors.review_on)

  await hold.update({ reviewOn: form.values.review_on })
  req.flash('Reviewed. We look again on that day.')
  res.seeOther('/staff/privacy/holds')
}

export async function release(req: Request, res: Response) {
  const hold = await find(LegalHold, { id: req.params.id, releasedAt: null })
  await service.release(hold, currentUser(req), new Date())
  req.flash('The record is let go. What waited for it is erased.')
  res.seeOther('/staff/privacy/holds')
}

async function renderHolds(res: Response, form: ReturnType<typeof holdForm.blank>, problem?: string) {
  const holds = await LegalHold.findAll({ where: { releasedAt: null }, order: ['reviewOn'], include: 'placer' })
  const tables = holdableTables.map(({ name, title }) => ({ value: name, label: title }))
  res.renderPage('staff/holds/index', { holds, tables, form, problem, today: new Date().toISOString().slice(0, 10) })
}
