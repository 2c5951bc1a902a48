import type { Request, Response } from 'express'
import { ProviderEvent } from '../../models/index.ts'

/** What Stripe told us; on the first page above all what could not be worked on. */
export async function index(req: Request, res: Response) {
  const failed = req.query.before ? [] : await ProviderEvent.failed()
  res.renderPage('staff/events/index', { failed, ...(await ProviderEvent.page(req.query.before)) })
}
