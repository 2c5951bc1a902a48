/**
 * npm test: every test file, or every folder of small ones, in a process and a database of its own, as many at a time
 * as the machine has cores.
 * With names of files or folders (npm test -- test/requests) only those.
 */
import { availableParallelism } from 'node:os'
import { inBatches } from './runner/batches.ts'
import { remember, slowestFirst } from './runner/durations.ts'
import { testFiles } from './runner/files.ts'
import { startServer, stopServer } from './runner/postgres.ts'
import { report, summary } from './runner/report.ts'
import { makeRunFolder, removeRunFolder } from './runner/run-folder.ts'
import { type Result, runFiles, stopFiles } from './runner/test-file.ts'
import { everyViewIsRendered } from './runner/views.ts'

const began = performance.now()
const names = process.argv.slice(2)
const queue = slowestFirst(inBatches(testFiles(names)))
const results: Result[] = []
let stopped = false

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true
    stopFiles()
  })
}

try {
  await makeRunFolder()
  await startServer()
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
} finally {
  await stopServer()
  await removeRunFolder()
}

remember(results)
if (names.length === 0 && !stopped) take(everyViewIsRendered(results))
console.log(summary(results, performance.now() - began))
process.exitCode = !stopped && results.length > 0 && results.every(({ green }) => green) ? 0 : 1

async function worker() {
  for (let files = queue.shift(); files && !stopped; files = queue.shift()) {
    for (const result of await runFiles(files)) take(result)
  }
}

function take(result: Result) {
  results.push(result)
  console.log(report(result))
}
