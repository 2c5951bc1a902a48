import { mkdir, open, readFile } from 'node:fs/promises'
import { config } from '../../../config.ts'

export type LedgerEntry = { subject: string; at: string; what: 'intent' | 'done' | 'given up' }

const file = `${config.ledgerDir}/erasures.jsonl`

/**
 * Who has been erased, by the random id they had, in a file that no backup holds: so that a restore cannot bring them
 * back. Nothing is ever changed in it, and a line is on the disk before this returns.
 */
export async function writeLedger(subject: string, what: LedgerEntry['what'], now: Date) {
  await mkdir(config.ledgerDir, { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(`${JSON.stringify({ subject, at: now.toISOString(), what } satisfies LedgerEntry)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The last word on each subject. A line that a crash left unfinished says nothing. */
export async function readLedger() {
  const text = await readFile(file, 'utf8').catch(unlessMissing)
  const lines = text.split('\n').flatMap((line) => parsed(line) ?? [])
  return new Map(lines.map((entry) => [entry.subject, entry.what]))
}

function parsed(line: string): LedgerEntry | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function unlessMissing(error: NodeJS.ErrnoException) {
  if (error.code === 'ENOENT') return ''
  throw error
}
