import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

const running = new Set<ChildProcess>()

/** Trellis as a process of its own, in a process group of its own as a terminal makes one. */
export function spawnTrellis(file: string, env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env }, detached: true })
  running.add(child)
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text
    })
  }

  return {
    ended,
    said: () => said,
    /** What Ctrl-C does: the signal reaches every process of the group. */
    signal: (name: NodeJS.Signals) => process.kill(-child.pid!, name),
    /** Waits until it has printed that, or throws what it printed instead. */
    async says(text: string) {
      while (!said.includes(text)) {
        if (child.exitCode !== null) throw new Error(`It ended, and had said: ${said}`)
        await Promise.race([once(child.stdout, 'data'), ended, sleep(1000)])
      }
    },
  }
}

/** Nothing that a test started outlives it. */
export async function endAll() {
  for (const child of running) {
    process.kill(-child.pid!, 'SIGTERM')
    await once(child, 'close')
  }
}
