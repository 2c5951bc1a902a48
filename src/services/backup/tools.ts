import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { connectionParts, connectionString } from '../../db/connection.ts'
import { CannotStart } from '../../errors.ts'

const PATH = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin'

/** The major version of one of PostgreSQL's programs on this machine, 0 where there is none. */
export async function versionOf(program: 'pg_dump' | 'pg_restore') {
  const { stdout } = await promisify(execFile)(program, ['--version'], { env: { PATH } }).catch(() => ({ stdout: '' }))
  return Number(/(\d+)[.\d]*/.exec(stdout)?.[1] ?? 0)
}

/** Starts one of them on our database. It gets the password where no list of processes shows it. */
export function start(program: 'pg_dump' | 'pg_restore', args: string[]) {
  const { host, port, username, password, database } = connectionParts()
  const sslmode = new URL(connectionString()).searchParams.get('sslmode') ?? 'prefer'
  const address = { PGHOST: host, PGPORT: String(port), PGUSER: username, PGPASSWORD: password }
  const env = { PATH, PGSSLMODE: sslmode, ...address }

  const child = spawn(program, [...args, `--dbname=${database}`], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new CannotStart(`The program ${program} did not finish: it ended with code ${code}.`)
  })
  ended.catch(() => {})
  return { child, ended }
}
