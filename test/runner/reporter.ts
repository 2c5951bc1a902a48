import { writeFileSync } from 'node:fs'
import mocha from 'mocha'
import { rendered } from '../support/rendered-views.ts'

/** Mocha's own report, and for the runner a file with the counts and the views that were rendered. */
export default class Reporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once('end', () => {
      const { passes, failures } = this.stats
      writeFileSync(
        process.env.TEST_REPORT!,
        JSON.stringify({ passed: passes, failed: failures, views: [...rendered] }),
      )
    })
  }
}
