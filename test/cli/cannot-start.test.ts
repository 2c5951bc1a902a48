import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { endAll, spawnTrellis } from '../support/processes.ts'

describe('npm start, when it cannot', function () {
  this.timeout(60_000)
  afterEach(endAll)

  for (const variable of ['PORT', 'MAIL_WEB_PORT', 'MAIL_SMTP_PORT']) {
    it(`names ${variable} when somebody else listens there`, async () => {
      const other = createServer().listen(0)
      await once(other, 'listening')
      const { port } = other.address() as AddressInfo

      const { code, said } = await attempt({ [variable]: String(port) })
      other.close()
      expect(code).to.equal(1)
      expect(said).to.equal(`Trellis cannot start: port ${port} is taken. Set ${variable} to another one.\n`)
    })
  }

  for (const [what, part, value, reason] of [
    ['cannot be reached', 'port', '1', 'nothing answers there'],
    ['refuses the password', 'password', 'a-wrong-one', 'it refused the user or the password'],
    ['has another name', 'pathname', '/nowhere', 'it has no database of that name'],
  ] as const) {
    it(`names DATABASE_URL and why, never the password, when the database ${what}`, async () => {
      const url = new URL(config.databaseUrl!)
      url[part] = value

      const { code, said } = await attempt({ DATABASE_URL: url.href })
      expect(code).to.equal(1)
      expect(said).to.equal(`The database that DATABASE_URL names cannot be used: ${reason}.\n`)
    })
  }

  it('names the packages that S3 needs when they are not there', async () => {
    const { code, said } = await attempt({ FILES_DRIVER: 's3', S3_BUCKET: 'somewhere' })
    expect(code).to.equal(1)
    expect(said).to.match(/^FILES_DRIVER=s3 needs two packages more: npm install @aws-sdk\/client-s3 .*\n$/)
  })

  const secret = 'a4-Xk2_long-enough-and-not-to-be-guessed'
  const production = {
    NODE_ENV: 'production',
    BASE_URL: 'https://trellis.example',
    BCRYPT_COST: '12',
    SESSION_SECRET: secret,
    RECEIPT_KEY: secret,
    LEDGER_DIR: '/tmp',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'hello@trellis.example',
    BUNNY_LIBRARY_ID: '1',
    BUNNY_API_KEY: secret,
    BUNNY_TOKEN_KEY: secret,
    STRIPE_SECRET_KEY: secret,
    STRIPE_WEBHOOK_SECRET: secret,
    SELLER_NAME: 'Trellis GmbH',
    SELLER_ADDRESS: 'Spalierweg 1, 10115 Berlin',
    SELLER_COUNTRY: 'DE',
    SELLER_VAT_ID: 'DE123456788',
    ZOOM_ACCOUNT_ID: '1',
    ZOOM_CLIENT_ID: '1',
    ZOOM_CLIENT_SECRET: secret,
    ZOOM_HOSTS: 'host@trellis.example',
    ZOOM_WEBHOOK_SECRET: secret,
  }
  // It is the configuration that refuses. To start the whole house for each takes five times as long.
  for (const [variable, value, file = 'src/config.ts'] of [
    ['SESSION_SECRET', '', 'src/server.ts'],
    ['SESSION_SECRET', `${secret},${'again'.repeat(10)}`],
    ['SESSION_SECRET', 'for the demo only: not a secret at all'],
    ['RECEIPT_KEY', 'x'.repeat(40)],
    ['BASE_URL', 'http://trellis.example'],
    ['BCRYPT_COST', '9'],
    ['BUNNY_LIBRARY_ID', ''],
    ['BUNNY_API_KEY', ''],
    ['BUNNY_TOKEN_KEY', ''],
    ['STRIPE_SECRET_KEY', ''],
    ['STRIPE_WEBHOOK_SECRET', ''],
    ['SELLER_VAT_ID', ''],
    ['ZOOM_HOSTS', ','],
  ] as const) {
    it(`names ${variable} in production when it is "${value.slice(0, 40)}"`, async () => {
      const { code, said } = await attempt({ ...production, [variable]: value }, file)

      expect(code).to.equal(1)
      expect(said).to.match(
        RegExp(`^Trellis cannot start: the environment variable ${variable} is not right \\(.+\\)\\.\\n$`),
      )
      expect(said).not.to.include(value || secret)
    })
  }

  it('says what to delete when the data folder is only half written', async () => {
    await mkdir(`${config.dataDir}/half/postgres/data`, { recursive: true })
    await writeFile(`${config.dataDir}/half/postgres/data/postgresql.conf`, '')

    const { code, said } = await attempt({ DATABASE_URL: '', DATA_DIR: `${config.dataDir}/half` })
    expect(code).to.equal(1)
    expect(said).to.equal(
      `The folder ${config.dataDir}/half/postgres is only half a database. Delete it, and start again.\n`,
    )
  })
})

async function attempt(env: Record<string, string>, file = 'src/server.ts') {
  const trellis = spawnTrellis(file, env)
  return { code: await trellis.ended, said: trellis.said() }
}
