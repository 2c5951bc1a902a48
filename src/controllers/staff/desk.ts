import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { Alarm, Ticket } from '../../models/index.ts'
import { deskService } from '../../services/staff/desk-service.ts'
import { paymentsThatWait } from '../../services/staff/payments-desk.ts'
import * as support from '../../services/support/in-words.ts'
import { openReports } from '../../services/words/report-queue.ts'

export async function show(req: Request, res: Response) {
  const [me, now] = [currentUser(req), new Date()]
  const [counts, { tickets }, alarms, reports, payments] = await Promise.all([
    deskService.counts(me, now),
    Ticket.pageFor(me, {}),
    Alarm.count({ where: { resolvedAt: null } }),
    openReports(),
    paymentsThatWait(),
  ])
  res.renderPage('staff/desk/show', { counts, tickets: tickets.slice(0, 10), alarms, reports, payments, now, support })
}
