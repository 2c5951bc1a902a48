import { globSync, readFileSync } from 'node:fs'
import { expect } from 'chai'

const MOST_LINES = 150
const code = globSync('{src,test,migrations,seeders}/**/*.{ts,mjs}')
const written = [...code, ...globSync('{views,public}/**/*.{ejs,html,css,js}')]

describe('Every file', () => {
  it(`has at most ${MOST_LINES} lines`, () => {
    expect(written).to.have.lengthOf.above(200)
    expect(written.filter((file) => lines(file) > MOST_LINES)).to.deep.equal([])
  })

  it('of the app leaves the environment to config.ts', () => {
    const curious = code.filter((file) => file.startsWith('src/') && /\bprocess\.env\b/.test(read(file)))
    expect(curious.sort()).to.deep.equal(['src/config.ts'])
  })

  it('of the app is silent, but for the commands and the start', () => {
    const talkers = code.filter((file) => file.startsWith('src/') && /\bconsole\.log\(/.test(read(file)))
    expect(talkers.filter((file) => !/^src\/(cli\/|server\.ts$)/.test(file))).to.deep.equal([])
  })

  it('of a test runs all of it', () => {
    const partial = /\b(?:describe|it|context)\.(?:only|skip)\(|\bx(?:it|describe)\(|this\.skip\(/
    const tests = code.filter((file) => file.endsWith('.test.ts') && file !== 'test/structure/files.test.ts')
    expect(tests.filter((file) => partial.test(read(file)))).to.deep.equal([])
  })

  it('is named in small letters with hyphens', () => {
    const odd = written.filter((file) => !/^(?:[a-z0-9_-]+\/)*_?[a-z0-9-]+(?:\.[a-z]+)+$/.test(file))
    expect(odd).to.deep.equal([])
  })
})

function lines(file: string) {
  return read(file).trimEnd().split('\n').length
}

function read(file: string) {
  return readFileSync(file, 'utf8')
}
