import { reportError } from '../../../lib/report-error.ts'
import { Alarm, PromiseCheck } from '../../../models/index.ts'
import type { PromiseNumber } from '../../../privacy/promises.ts'
import { type Check, type Evidence, type Finding, watched } from './checks/check.ts'
import { checks } from './checks/index.ts'
import { openOwnSite } from './checks/own-site.ts'
import { type Trial, trialExport } from './checks/trial-export.ts'
import { forgetStandings } from './promise-standing.ts'

type Found = Finding & { promise: PromiseNumber }

/**
 * Looks at every promise that is built and keeps what it found; for one that is broken it rings (P35). A dry run only
 * looks. Answers how many are in which state.
 */
export async function auditPromises({ now, dryRun = false }: { now: Date; dryRun?: boolean }) {
  await using site = await openOwnSite()
  let packed: Promise<Trial | undefined> | undefined
  const evidence = { now, site, trial: () => (packed ??= trialExport(now)) }

  const found: Found[] = []
  for (const [promise, check] of Object.entries(checks) as [PromiseNumber, Check][]) {
    found.push({ promise, ...(await examine(promise, check, evidence)) })
  }

  if (!dryRun) await keep(found, now)
  const tally = (state: Finding['state']) => found.filter((one) => one.state === state).length
  return { kept: tally('kept'), watched: tally('watched'), broken: tally('broken') }
}

/** A check that breaks down has shown nothing, neither that the promise holds nor that it does not: staff have to look. */
async function examine(promise: PromiseNumber, check: Check, evidence: Evidence): Promise<Finding> {
  try {
    return await check(evidence)
  } catch (error) {
    reportError(error, { check: promise })
    await Alarm.ring('job failed', `audit-promises, ${promise}`)
    return watched('the check itself broke down')
  }
}

async function keep(found: Found[], now: Date) {
  await PromiseCheck.bulkCreate(found.map((one) => ({ ...one, checkedAt: now })))
  for (const { promise } of found.filter(({ state }) => state === 'broken')) await Alarm.ring('promise broken', promise)
  forgetStandings()
}
