import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for the work, but no longer than so many seconds. */
export async function atMost(seconds: number, work: Promise<unknown>) {
  await Promise.race([work, sleep(seconds * 1000, undefined, { ref: false })])
}
