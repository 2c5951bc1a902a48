import { resolve } from 'node:path'
import { z } from 'zod'
import { bunnyConfig, bunnyVariables } from './config/bunny.ts'
import { filesConfig, filesVariables } from './config/files.ts'
import { neededToSell, sellerConfig, sellerVariables } from './config/seller.ts'
import { stripeConfig, stripeVariables } from './config/stripe.ts'
import { zoomConfig, zoomNeeded, zoomVariables } from './config/zoom.ts'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const port = z.coerce.number().int().min(0).max(65_535)
const count = z.coerce.number().int().min(0)

/** Everything the environment may tell us. No other file reads process.env. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3000),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  LEDGER_DIR: z.string().min(1).optional(),
  SESSION_SECRET: z.string().optional(),
  RECEIPT_KEY: z.string().optional(),
  SITE_NAME: z.string().min(1).max(40).default('Trellis'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TRUST_PROXY: count.default(0),
  METRICS_TOKEN: z.string().min(16).optional(),
  ERASURE_FUSE: count.default(100),
  RETENTION_FUSE: count.default(10_000),
  BCRYPT_COST: z.coerce.number().int().min(4).max(15).default(12),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  MAIL_WEB_PORT: port.default(1080),
  MAIL_SMTP_PORT: port.default(1025),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
  ...filesVariables,
  ...bunnyVariables,
  ...stripeVariables,
  ...sellerVariables,
  ...zoomVariables,
  DEMO_WORLD: flag.default(true),
})

type Environment = z.output<typeof environment>

const neededInProduction = [
  'BASE_URL',
  'DATABASE_URL',
  'SESSION_SECRET',
  'RECEIPT_KEY',
  'LEDGER_DIR',
  'SMTP_URL',
  'MAIL_FROM',
  'BUNNY_LIBRARY_ID',
  'BUNNY_API_KEY',
  'BUNNY_TOKEN_KEY',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  ...neededToSell,
  ...zoomNeeded,
] as const

const secrecy = 'at least 32 characters that nobody can guess'

const DEMO_SECRET = 'for the demo only: not a secret at all'

export const config = read()

function read() {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  if (!result.success) refuse(String(result.error.issues[0]!.path[0]), result.error.issues[0]!.message)

  const env = result.data!
  const production = env.NODE_ENV === 'production'
  if (production) checkProduction(env)
  const dataDir = resolve(env.DATA_DIR)
  const secrets = (env.SESSION_SECRET ?? DEMO_SECRET).split(',').map((secret) => secret.trim())

  return {
    production,
    demo: !production,
    port: env.PORT,
    /** The address people type, without a slash at its end. */
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL,
    dataDir,
    ledgerDir: resolve(env.LEDGER_DIR ?? `${dataDir}/ledger`),
    /** The first signs, all are accepted. */
    sessionSecrets: secrets as [string, ...string[]],
    receiptKey: env.RECEIPT_KEY,
    siteName: env.SITE_NAME,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN,
    /** How many people a run may erase, and rows a run may expire, before a person has to confirm. */
    erasureFuse: env.ERASURE_FUSE,
    retentionFuse: env.RETENTION_FUSE,
    bcryptCost: env.BCRYPT_COST,
    smtpUrl: env.SMTP_URL ?? `smtp://127.0.0.1:${env.MAIL_SMTP_PORT}`,
    mailFrom: env.MAIL_FROM ?? `${env.SITE_NAME} <hello@trellis.example>`,
    inbox: production || env.SMTP_URL ? undefined : { web: env.MAIL_WEB_PORT, smtp: env.MAIL_SMTP_PORT },
    dkim: env.DKIM_PRIVATE_KEY && {
      domainName: env.DKIM_DOMAIN!,
      keySelector: env.DKIM_SELECTOR!,
      privateKey: env.DKIM_PRIVATE_KEY,
    },
    files: filesConfig(env),
    bunny: bunnyConfig(env, production),
    stripe: stripeConfig(env, production),
    seller: sellerConfig(env),
    zoom: zoomConfig(env, production),
    demoWorld: !production && env.DEMO_WORLD,
  }
}

/** In production nothing has a default that somebody could forget to change. */
function checkProduction(env: Environment) {
  for (const name of neededInProduction) {
    if (!env[name]?.length) refuse(name, 'it has to be set in production')
  }
  for (const secret of env.SESSION_SECRET!.split(',')) {
    if (isGuessable(secret.trim())) refuse('SESSION_SECRET', `each secret needs ${secrecy}`)
  }
  if (isGuessable(env.RECEIPT_KEY!)) refuse('RECEIPT_KEY', `it needs ${secrecy}`)
  if (!env.BASE_URL!.startsWith('https://')) refuse('BASE_URL', 'it has to begin with https:// in production')
  if (env.BCRYPT_COST < 10) refuse('BCRYPT_COST', 'below 10 passwords are guessed too fast')
  if (env.DKIM_PRIVATE_KEY && !(env.DKIM_DOMAIN && env.DKIM_SELECTOR))
    refuse('DKIM_DOMAIN', 'it goes with DKIM_SELECTOR')
  if (env.FILES_DRIVER === 's3' && !env.S3_BUCKET) refuse('S3_BUCKET', 'FILES_DRIVER=s3 needs it')
}

/** Too short, one that stands in the source, or the same few characters again and again. */
function isGuessable(secret: string) {
  return secret.length < 32 || secret === DEMO_SECRET || new Set(secret).size < 8
}

function refuse(name: string, reason: string): never {
  console.error(`Trellis cannot start: the environment variable ${name} is not right (${reason}).`)
  process.exit(1)
}
