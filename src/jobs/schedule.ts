export type Turn = { now: Date; dryRun: boolean; confirmed: boolean }
export type Job = { name: string; at: string; run: (turn: Turn) => Promise<Record<string, unknown>> }

/** Everything that happens without anyone asking. Times are UTC; each job may safely run twice. */
export const schedule: Job[] = []
