import { globSync } from 'node:fs'
import type { Result } from './test-file.ts'

/** The last test of a whole run, for only the runner sees what all of its processes rendered. */
export function everyViewIsRendered(results: Result[]): Result {
  const rendered = new Set(results.flatMap(({ views }) => views))
  const unseen = globSync('views/**/*.ejs').filter((view) => !rendered.has(view))
  const [passed, failed] = unseen.length ? [0, 1] : [1, 0]

  const output = ['These views are rendered by no test:', ...unseen].join('\n')
  return {
    file: 'every view is rendered by a test',
    passed,
    failed,
    output,
    green: !failed,
    milliseconds: 0,
    views: [],
  }
}
