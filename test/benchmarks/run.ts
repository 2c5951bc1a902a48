/**
 * npm run bench [-- NAME …] [--json FILE]: each benchmark against a floor measured in the same run.
 * How it is done, and what a floor is: README.md beside this file.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createDatabase, startServer, stopServer } from '../runner/postgres.ts'
import { makeRunFolder, removeRunFolder, runFolder } from '../runner/run-folder.ts'
import { startChild } from './support/child.ts'
import { hasReached, type Measured } from './support/measure.ts'

const benchmarks = ['pages', 'courses', 'mentoring', 'export', 'erasure', 'retention', 'invoices', 'shop']

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const chosen = benchmarks.filter((name) => positionals.length === 0 || positionals.includes(name))
const results: Measured[] = []

try {
  await makeRunFolder()
  await startServer()
  for (const name of chosen) results.push(...(await run(name)))
} finally {
  await stopServer()
  await removeRunFolder()
}

console.table(results.map((result) => ({ ...result, ratio: result.ratio.toFixed(2), reached: hasReached(result) })))
if (values.json) await writeFile(values.json, JSON.stringify(results, null, 2))
process.exitCode = results.every(hasReached) ? 0 : 1

/** Each in a process and a database of its own, and one more for a floor that must not find ours' work done. */
async function run(name: string) {
  const folder = `${runFolder}/bench-${name}`
  const env = {
    DATABASE_URL: await createDatabase(`bench_${name}`),
    FLOOR_DATABASE_URL: await createDatabase(`floor_${name}`),
    DATA_DIR: folder,
    LEDGER_DIR: `${folder}/ledger`,
  }
  const child = await startChild(`${import.meta.dirname}/support/one.ts`, env)
  const measured = await child.ask<Measured[]>({ name })
  await child.stop()
  return measured
}
