import { writeFileSync } from 'node:fs'
import mocha from 'mocha'

/** Mocha's own report, and the counts in a file for the runner. */
export default class Reporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once('end', () => {
      const { passes, failures } = this.stats
      writeFileSync(process.env.TEST_REPORT!, JSON.stringify({ passed: passes, failed: failures }))
    })
  }
}
