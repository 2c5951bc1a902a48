import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Result } from './test-file.ts'

const A_MINUTE = 60_000
const FILE = 'node_modules/.cache/test-durations.json'

/** The longest first, and before them those never run: no core waits at the end for one that began last. */
export function slowestFirst(batches: string[][]) {
  const known = durations()
  const lasts = (files: string[]) => files.reduce((sum, file) => sum + (known[file] ?? A_MINUTE), 0)
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
