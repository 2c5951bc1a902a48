import type { Request, Response } from 'express'
import { clientOf } from '../../lib/client.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Export } from '../../models/index.ts'
import { exportInWords } from '../../services/privacy/export/export-in-words.ts'
import { requestExport } from '../../services/privacy/export/request-export.ts'

export async function create(req: Request, res: Response) {
  const { id } = await requestExport(currentUser(req), clientOf(req), new Date())
  req.flash('We are packing your data, and write to you when it is done.')
  res.seeOther(`/exports/${id}`)
}

export async function show(req: Request, res: Response) {
  const request = await find(Export, { id: req.params.id as string, userId: currentUser(req).id })
  const locals = { request: exportInWords(request, new Date()) }
  res.renderPage('privacy/exports/show', locals, { fragment: 'privacy/exports/_state' })
}
