import { execFile, execFileSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

/** PostgreSQL gets none of our environment: there are secrets in it. */
const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' }

export interface ServerUser {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. Then whoever owns the folder runs it; for a new folder the user `postgres`,
 * or `nobody` on a machine without one. Undefined: we are not root, and run it ourselves.
 */
export async function serverUser(folder: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined

  const owner = await stat(folder).catch(() => undefined)
  return owner?.uid ? { uid: owner.uid, gid: owner.gid } : (idOf('postgres') ?? idOf('nobody'))
}

/** Runs one of PostgreSQL's programs as that user, from a folder the user can be in. */
export async function runAs(user: ServerUser | undefined, program: string, args: string[]) {
  const options = { env, cwd: '/' }
  if (!user) return promisify(execFile)(program, args, options)
  if (await canReach(user, program, args)) return promisify(execFile)(program, args, { ...options, ...user })

  // Behind a folder that is closed to others, as root's home is: the user may pass through, and nothing else of root's.
  const passage = ['--inh-caps=-all,+dac_override', '--ambient-caps=+dac_override', '--bounding-set=-all,+dac_override']
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  return promisify(execFile)('setpriv', [...identity, ...passage, program, ...args], options)
}

function idOf(name: string): ServerUser | undefined {
  const id = (kind: string) => Number(execFileSync('id', [kind, name], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

async function canReach(user: ServerUser, program: string, args: string[]) {
  const folder = args[args.indexOf('-D') + 1]!
  const test = 'test -x "$0" && test -x "$1/.."'
  return promisify(execFile)('sh', ['-c', test, program, folder], { env, cwd: '/', ...user }).then(
    () => true,
    () => false,
  )
}
