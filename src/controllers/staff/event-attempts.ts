import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { ProviderEvent } from '../../models/index.ts'
import { tryEvent } from '../../services/shop/events.ts'

export async function create(req: Request, res: Response) {
  const event = await find(ProviderEvent, { id: req.params.id as string, handledAt: null })
  await tryEvent(event.id)
  req.flash('It is tried again.')
  res.seeOther('/staff/events')
}
