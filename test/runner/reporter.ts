import { writeFileSync } from 'node:fs'
import path from 'node:path'
import mocha from 'mocha'
import { rendered } from '../support/rendered-views.ts'

/** What became of one file. */
export type Counts = { passed: number; failed: number; milliseconds: number }

/** Mocha's own report, and for the runner a file with the counts of each test file and the views that were rendered. */
export default class Reporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    const files: Record<string, Counts> = {}
    let began = performance.now()

    const note = (outcome: 'passed' | 'failed') => (test: Mocha.Runnable) => {
      const file = path.relative('.', test.file ?? '')
      const { [outcome]: before, ...counts } = files[file] ?? { passed: 0, failed: 0, milliseconds: 0 }
      files[file] = { ...counts, [outcome]: before + 1 } as Counts
      files[file].milliseconds += performance.now() - began
      began = performance.now()
    }
    runner.on('pass', note('passed')).on('fail', note('failed'))
    runner.once('end', () => writeFileSync(process.env.TEST_REPORT!, JSON.stringify({ files, views: [...rendered] })))
  }
}
