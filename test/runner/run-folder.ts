import { globSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { stopCluster } from '../../src/db/cluster.ts'

const prefix = `${tmpdir()}/trellis-test-`

/** Where this run keeps all it writes. */
export const runFolder = `${prefix}${process.pid}`

/** Makes it, and clears up after earlier runs that were killed before they could. */
export async function makeRunFolder() {
  for (const left of globSync(`${prefix}*`)) {
    if (isRunning(Number(left.slice(prefix.length)))) continue
    await stopCluster(`${left}/postgres`).catch(() => {})
    await rm(left, { recursive: true, force: true })
  }
  await mkdir(runFolder, { mode: 0o711 })
}

export async function removeRunFolder() {
  await rm(runFolder, { recursive: true, force: true })
}

function isRunning(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
