import type { Request, Response } from 'express'
import { readZoomEvent } from '../../gateways/zoom-events.ts'
import { noteVisit } from '../../services/mentoring/visits.ts'

export async function create(req: Request, res: Response) {
  const headers = { signature: req.get('x-zm-signature'), timestamp: req.get('x-zm-request-timestamp') }
  const event = readZoomEvent(req.body, headers, new Date())
  if (!event) return res.sendStatus(400)
  if (event.is === 'question') return res.json(event.answer)
  if (event.is === 'visit') await noteVisit(event)
  res.sendStatus(200)
}
