import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '../../src/db/free-port.ts'
import { createDatabase, dropDatabase } from './postgres.ts'
import { runFolder } from './run-folder.ts'

export interface Result {
  file: string
  passed: number
  failed: number
  milliseconds: number
  output: string
  green: boolean
  views: string[]
}

const MOST_MINUTES = 5
const running = new Set<ChildProcess>()
const color = process.stdout.isTTY ? '--color' : '--no-color'
let number = 0

/** Runs one file as mocha would alone. It is green when it ran a test, none failed, and it ended by itself. */
export async function runFile(file: string): Promise<Result> {
  const began = performance.now()
  const name = `test_${++number}`
  const folder = `${runFolder}/${name}`
  await mkdir(folder, { mode: 0o711 })
  const env = await environment(await createDatabase(name), folder)

  const child = spawn('node_modules/.bin/mocha', ['--reporter', './test/runner/reporter.ts', color, file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MOST_MINUTES * 60_000,
    killSignal: 'SIGKILL',
  })
  running.add(child)
  const [output, code] = await outcome(child)
  running.delete(child)

  const counts = await readFile(env.TEST_REPORT, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 1, views: [] }))
  await dropDatabase(name)
  const green = code === 0 && counts.failed === 0 && counts.passed > 0
  if (!green && counts.failed === 0) counts.failed = 1
  return { file, ...counts, output, green, milliseconds: performance.now() - began }
}

export function stopFiles() {
  for (const child of running) child.kill('SIGKILL')
}

async function outcome(child: ChildProcess) {
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (output += text))
  const [code] = await once(child, 'close')
  return [output, code] as const
}

async function environment(databaseUrl: string, folder: string) {
  const [port, web, smtp, bunny] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  return {
    ...process.env,
    NODE_ENV: 'test',
    NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/node'),
    TEST_REPORT: `${folder}/report.json`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: `${folder}/data`,
    LEDGER_DIR: `${folder}/ledger`,
    PORT: String(port),
    MAIL_WEB_PORT: String(web),
    MAIL_SMTP_PORT: String(smtp),
    BUNNY_SIMULATOR_PORT: String(bunny),
    BCRYPT_COST: '10',
    LOG_LEVEL: 'silent',
    DEMO_WORLD: 'false',
  }
}
