import { execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CannotStart } from '../errors.ts'

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
  if (!user || (await canReach(user, program, args))) return run(program, args, user)

  // Behind a folder that is closed to others, as root's home is: one of root's powers, to pass through, and no other.
  // The securebit keeps it in force where PostgreSQL asks beforehand whether it may.
  return run('setpriv', [
    ...[`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
    ...['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+dac_override`),
    ...[program, ...args],
  ])
}

/** In a process group of its own: Ctrl-C, which reaches all of ours, does not cut it short. */
async function run(program: string, args: string[], user: SpawnOptions = {}) {
  const child = spawn(program, args, { env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...user })
  const [complaint, [code]] = await Promise.all([text(child.stderr!), once(child, 'close')])
  if (code === 0) return

  const reason = complaint.trim().split('\n').at(-1)
  throw new CannotStart(
    `The PostgreSQL that came with Trellis does not work here (${reason || `it ended with ${code}`}).`,
  )
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
  return run('sh', ['-c', test, program, folder], user).then(
    () => true,
    () => false,
  )
}
