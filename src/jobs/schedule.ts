import { closeAttendance } from '../services/mentoring/attendance.ts'
import { watchLinks } from '../services/mentoring/missing-links.ts'
import { sendReminders } from '../services/mentoring/reminders.ts'
import { askHowItWas } from '../services/mentoring/review-letters.ts'
import { publishReviews } from '../services/mentoring/session-reviews.ts'
import { expireHolds, expireRequests } from '../services/mentoring/waiting.ts'
import { eraseDue } from '../services/privacy/erasure/erasure-night.ts'
import { exportService } from '../services/privacy/export/export-service.ts'
import { auditPromises } from '../services/privacy/promises/promise-audit.ts'
import { prune, RetentionService } from '../services/privacy/retention/retention-service.ts'
import { payOut } from '../services/shop/earnings/pay-out.ts'
import { reconcile } from '../services/shop/reconcile.ts'
import { settleOrders } from '../services/shop/settle-orders.ts'
import { closeTickets } from '../services/support/close-tickets.ts'
import { watchDeadlines } from '../services/support/watch-deadlines.ts'
import { aggregateUsage } from '../services/usage/aggregate-usage.ts'
import type { Turn } from './turn.ts'

export type Job = { name: string; at: string; run: (turn: Turn) => Promise<Record<string, unknown>> }

/** Everything that happens without anyone asking. Times are UTC; each job may safely run twice. */
export const schedule: Job[] = [
  { name: 'erase-due-accounts', at: '10 3 * * *', run: eraseDue },
  { name: 'enforce-retention', at: '10 4 * * *', run: (turn) => new RetentionService().enforce(turn) },
  { name: 'prune-sessions', at: '50 * * * *', run: prune },
  { name: 'audit-promises', at: '10 5 * * *', run: auditPromises },
  { name: 'expire-exports', at: '*/10 * * * *', run: ({ now, dryRun }) => exportService.expire(now, { dryRun }) },
  { name: 'aggregate-usage', at: '40 2 * * *', run: aggregateUsage },
  { name: 'close-tickets', at: '20 2 * * *', run: closeTickets },
  {
    name: 'expire-holds',
    at: '*/5 * * * *',
    run: async (turn) => ({ ...(await expireHolds(turn)), ...(await watchLinks(turn)) }),
  },
  {
    name: 'settle-orders',
    at: '*/10 * * * *',
    run: async (turn) => ({ ...(await settleOrders(turn)), ...(await payOut(turn)) }),
  },
  { name: 'reconcile-payments', at: '50 4 * * *', run: reconcile },
  { name: 'expire-requests', at: '*/15 * * * *', run: expireRequests },
  { name: 'send-reminders', at: '*/5 * * * *', run: sendReminders },
  { name: 'close-attendance', at: '25 * * * *', run: closeAttendance },
  { name: 'publish-reviews', at: '35 * * * *', run: publishReviews },
  { name: 'ask-how-it-was', at: '45 * * * *', run: askHowItWas },
  { name: 'watch-deadlines', at: '20 6 * * *', run: watchDeadlines },
]
