import { globSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { promiseNumbers } from '../../src/privacy/promises.ts'
import { checks } from '../../src/services/privacy/promises/checks/index.ts'

describe('Every promise', () => {
  it('has a number of its own, from P01 to P42', () => {
    const numbers = Array.from({ length: 42 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)
    expect(promiseNumbers).to.deep.equal(numbers)
  })

  it('that has a check, and so may turn green, is kept by a test that names it', () => {
    const tested = new Set(globSync('test/**/*.test.ts').flatMap(numbersIn)) as Set<string>
    expect(Object.keys(checks).filter((promise) => !tested.has(promise))).to.deep.equal([])
  })
})

/** "(P20, P21)" and "(P10–P13)" in the title of a test. */
function numbersIn(file: string) {
  const titles = readFileSync(file, 'utf8').matchAll(/\bit\(\s*[`'"]([\s\S]*?)[`'"],\s*(?:async )?\(/g)
  return [...titles].flatMap(([, title]) =>
    [...title!.matchAll(/P(\d\d)(?:–P(\d\d))?/g)].flatMap(([, from, to = from]) =>
      promiseNumbers.filter((promise) => promise >= `P${from}` && promise <= `P${to}`),
    ),
  )
}
