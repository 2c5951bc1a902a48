import type { Request, Response } from 'express'
import { Op } from 'sequelize'
import { currentUser } from '../../middleware/audience.ts'
import { Alarm, Erasure, LegalHold, Ticket, User } from '../../models/index.ts'
import { categories } from '../../services/support/in-words.ts'

const MOST = 50
const open = { queue: 'privacy', status: { [Op.ne]: 'resolved' } } as const

export async function show(req: Request, res: Response) {
  const now = new Date()
  const [requests, erasures, due, leaving, alarms, holds] = await Promise.all([
    Ticket.findAll({ where: { ...open, ...Ticket.notBy(currentUser(req)) }, order: ['dueAt'], limit: MOST }),
    Erasure.findAll({ where: { status: { [Op.ne]: 'verified' } }, order: ['dueAt'], limit: MOST }),
    User.dueForErasure(now, 1),
    User.count({ where: { erasureDueAt: { [Op.ne]: null } } }),
    Alarm.count({ where: { resolvedAt: null } }),
    LegalHold.count({ where: { releasedAt: null } }),
  ])
  res.renderPage('staff/privacy/show', {
    ...{ now, requests, erasures, leaving, alarms, holds, categories },
    isAnyoneDue: due.length > 0,
  })
}
