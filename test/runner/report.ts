import type { Result } from './test-file.ts'

/** A line for a file that is green; everything it said for one that is not. */
export function report({ file, green, passed, milliseconds, output }: Result) {
  const line = `${green ? '✓' : '✗'} ${file}  ${passed} passed, ${seconds(milliseconds)}`
  return green ? line : `\n${line}\n${output.trimEnd()}\n`
}

export function summary(results: Result[], milliseconds: number) {
  const sum = (count: (result: Result) => number) => results.reduce((total, result) => total + count(result), 0)
  const red = results.filter(({ green }) => !green).map(({ file }) => `✗ ${file}`)

  return [
    '',
    ...red,
    `${results.length} files, ${seconds(milliseconds)}`,
    `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`,
  ].join('\n')
}

function seconds(milliseconds: number) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
