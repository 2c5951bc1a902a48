import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { files } from '../../gateways/files.ts'
import { clientOf } from '../../lib/client.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Export } from '../../models/index.ts'
import { exportService } from '../../services/privacy/export/export-service.ts'

/** Not there, not yet, not any more, or somebody else's: the answer is the same. */
export async function show(req: Request, res: Response) {
  const request = await find(Export, { id: req.params.id as string, userId: currentUser(req).id })
  const taken = await exportService.takeDownload(request, clientOf(req), new Date())
  if (!taken) throw new NotFound('export')

  const content = await files.get(request.storageKey!)
  res.attachment(`trellis-export-${request.finishedAt!.toISOString().slice(0, 10)}.zip`)
  res.set({ 'Cache-Control': 'no-store', 'Content-Length': String(request.bytes) })
  await pipeline(content, res)
}
