import type { PromiseNumber } from '../../src/privacy/promises.ts'
import { checks } from '../../src/services/privacy/promises/checks/index.ts'
import { openOwnSite } from '../../src/services/privacy/promises/checks/own-site.ts'
import { trialExport } from '../../src/services/privacy/promises/checks/trial-export.ts'

const now = new Date()
export const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)

/** What a promise’s check finds in our own site and database at this moment. */
export async function look(promise: PromiseNumber) {
  await using site = await openOwnSite()
  return checks[promise]!({ now, site, trial: () => trialExport(now) })
}
