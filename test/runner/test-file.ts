import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '../../src/db/free-port.ts'
import { createDatabase, dropDatabase } from './postgres.ts'
import type { Counts } from './reporter.ts'
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

type Report = { files: Record<string, Counts>; views: string[] }

const MOST_MINUTES = 5
const running = new Set<ChildProcess>()
const color = process.stdout.isTTY ? '--color' : '--no-color'
let number = 0

/** Runs files as mocha would run them together. One is green when it ran a test, none failed, and all ended by themselves. */
export async function runFiles(files: string[]): Promise<Result[]> {
  const began = performance.now()
  const name = `test_${++number}`
  const folder = `${runFolder}/${name}`
  await mkdir(folder, { mode: 0o711 })
  const env = await environment(await createDatabase(name), folder)

  const child = spawn('node_modules/.bin/mocha', ['--reporter', './test/runner/reporter.ts', color, ...files], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MOST_MINUTES * 60_000,
    killSignal: 'SIGKILL',
  })
  running.add(child)
  const [output, code] = await outcome(child)
  running.delete(child)

  const report: Report = await readFile(env.TEST_REPORT, 'utf8').then(JSON.parse, () => ({ files: {}, views: [] }))
  await dropDatabase(name)
  return resultsOf(files, report, output, code, performance.now() - began)
}

function resultsOf(files: string[], { files: counted, views }: Report, output: string, code: number, all: number) {
  const results = files.map((file) => {
    const { passed = 0, failed = 0, milliseconds = 0 } = counted[file] ?? {}
    const green = failed === 0 && passed > 0
    return {
      file,
      passed,
      failed: green ? 0 : Math.max(failed, 1),
      milliseconds,
      output: '',
      green,
      views: [] as string[],
    }
  })
  const last = results.find(({ green }) => !green) ?? results.at(-1)!
  // What went wrong outside of every file, such as a process that did not end, is the last one's.
  if (code !== 0 && last.green) Object.assign(last, { green: false, failed: 1 })
  const starting = all - results.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  results[0]!.milliseconds += starting
  return results.map((result) => ({ ...result, views, output: result === last ? output : '' }))
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
  const ports = Array.from({ length: 6 }, () => freePort())
  const [port, web, smtp, bunny, stripe, zoom] = await Promise.all(ports)
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
    STRIPE_SIMULATOR_PORT: String(stripe),
    ZOOM_SIMULATOR_PORT: String(zoom),
    BCRYPT_COST: '5',
    ERASURE_FUSE: '10',
    LOG_LEVEL: 'silent',
    DEMO_WORLD: 'false',
  }
}
