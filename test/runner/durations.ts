import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Result } from './test-file.ts'

const A_MINUTE = 60_000
/** What opens a browser, starts the whole house or sends everything to every form, when nobody has timed it yet. */
const slow = /^test\/(browser|cli|faults|journeys|requests\/bad-input)\//
const FILE = 'node_modules/.cache/test-durations.json'

/** The longest first: no core waits at the end for one that began last. */
export function slowestFirst(batches: string[][]) {
  const known = durations()
  const lasts = (files: string[]) => files.reduce((sum, file) => sum + (known[file] ?? guess(file)), 0)
  return batches.toSorted((one, other) => lasts(other) - lasts(one))
}

export function remember(results: Result[]) {
  const measured = Object.fromEntries(results.map(({ file, milliseconds }) => [file, Math.round(milliseconds)]))
  mkdirSync('node_modules/.cache', { recursive: true })
  writeFileSync(FILE, JSON.stringify({ ...durations(), ...measured }))
}

function durations(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'))
  } catch {
    return {}
  }
}

function guess(file: string) {
  return slow.test(file) ? 3 * A_MINUTE : A_MINUTE / 10
}
