import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { JobRun } from '../../models/index.ts'
import { dataMap } from '../../privacy/data-map.ts'
import { titleOf } from '../../privacy/in-words.ts'
import { expiringTables } from '../../services/privacy/retention/expiry.ts'
import { RetentionService } from '../../services/privacy/retention/retention-service.ts'

export async function show(_req: Request, res: Response) {
  const now = new Date()
  const [due, runs] = await Promise.all([
    new RetentionService().due(now, config.retentionFuse + 1),
    JobRun.findAll({ where: { job: 'enforce-retention', dryRun: false }, order: [['startedAt', 'DESC']], limit: 14 }),
  ])
  const titles = Object.fromEntries(dataMap.map((table) => [table.name, titleOf(table)]))
  res.renderPage('staff/retention/show', { now, due, runs, titles, tables: expiringTables, fuse: config.retentionFuse })
}
