import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { pool } from '../../src/db/pool.ts'
import { dataMap } from '../../src/privacy/data-map.ts'

describe('npm run data-map', () => {
  afterEach(() => pool.query('alter table users drop column if exists shoe_size'))

  it('prints every table as JSON, and is content while schema and declarations agree', async () => {
    const { code, stdout } = await dataMapCommand('--json')

    expect(code).to.equal(0)
    expect(JSON.parse(stdout).map(({ table }: { table: string }) => table)).to.deep.equal(
      dataMap.map(({ name }) => name),
    )
  })

  it('names a column that nobody declared, and fails', async () => {
    await pool.query('alter table users add column shoe_size integer')

    const { code, stderr } = await dataMapCommand()

    expect(code).to.equal(1)
    expect(stderr).to.contain('users.shoe_size is stored, and no model declares it.')
  })
})

function dataMapCommand(...args: string[]) {
  return promisify(execFile)(process.execPath, ['src/cli/data-map.ts', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code: code as number, stdout: String(stdout), stderr: String(stderr) }),
  )
}
