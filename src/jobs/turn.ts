/** One turn of a job: as of when, whether it only counts, and whether one of our staff has confirmed that it may go on. */
export type Turn = { now: Date; dryRun: boolean; confirmed: boolean }
