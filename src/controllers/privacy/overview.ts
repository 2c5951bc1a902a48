import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { Export } from '../../models/index.ts'
import { listed } from '../../privacy/in-words.ts'
import { bySection } from '../../privacy/record.ts'
import { exportInWords } from '../../services/privacy/export/export-in-words.ts'
import { holdingsOf } from '../../services/privacy/overview/holdings.ts'
import { holdsOn } from '../../services/privacy/overview/holds.ts'
import { latestLooks } from '../../services/privacy/overview/looks.ts'

export async function show(req: Request, res: Response) {
  const user = currentUser(req)
  const [holdings, holds, looks, latest] = await Promise.all([
    holdingsOf(user),
    holdsOn(user),
    latestLooks(user),
    Export.latestOf(user),
  ])
  const now = new Date()

  res.renderPage('privacy/overview/show', {
    chapters: bySection(holdings.filter(({ rows }) => rows > 0)),
    nothing: listed(holdings.filter(({ rows }) => rows === 0).map(({ title }) => title)),
    holds,
    looks,
    request: latest && exportInWords(latest, now),
    now,
  })
}
