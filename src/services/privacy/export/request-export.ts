import type { Client } from '../../../lib/client.ts'
import type { User } from '../../../models/index.ts'
import { ticketService } from '../../support/ticket-service.ts'
import { exportService } from './export-service.ts'

/** The button in Settings does what anyone could: it opens a ticket that asks for an export (P21). */
export function requestExport(requester: User, client: Client, now: Date) {
  const opening = {
    requester,
    client,
    category: 'export' as const,
    subject: 'A copy of my data',
    body: 'Please send me a copy of everything you hold about me. (Asked by the button in Settings.)',
  }
  return exportService.request(requester, () => ticketService.open(opening, now), now)
}
