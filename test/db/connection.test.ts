import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { connectionParts, connectionString, options, useAddress } from '../../src/db/connection.ts'

describe('DATABASE_URL', () => {
  afterEach(() => useAddress(config.databaseUrl!))

  it('reaches Sequelize and the pool in the same words', () => {
    useAddress('postgres://maya:p%40ss@db.example:5433/trellis')

    expect(connectionString()).to.equal('postgres://maya:p%40ss@db.example:5433/trellis')
    expect(connectionParts()).to.deep.include({
      ...{ host: 'db.example', port: 5433, database: 'trellis', username: 'maya', password: 'p@ss' },
      dialectOptions: { ssl: false, options },
    })
  })

  for (const [mode, ssl] of [
    ['require', { rejectUnauthorized: false }],
    ['verify-full', {}],
    ['no-verify', { rejectUnauthorized: false }],
    ['disable', false],
  ] as const) {
    it(`speaks TLS as psql does with sslmode=${mode}`, () => {
      useAddress(`postgres://maya@db.example/trellis?sslmode=${mode}`)

      expect(connectionParts().dialectOptions.ssl).to.deep.equal(ssl)
    })
  }
})
