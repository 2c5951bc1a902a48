import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'

const running = new Set<ChildProcess>()

/** Trellis as a process of its own, in a process group of its own as a terminal makes one. */
export function spawnTrellis(file: string, env: Record<string, string>, args: string[] = []) {
  return spawnCommand(process.execPath, [file, ...args], env)
}

export function spawnCommand(command: string, args: string[], env: Record<string, string>) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, detached: true })
  running.add(child)
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  const output = new EventEmitter()
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text
      output.emit('more')
    })
  }

  return {
    ended,
    said: () => said,
    /** What Ctrl-C does: the signal reaches every process of the group. */
    signal: (name: NodeJS.Signals) => process.kill(-child.pid!, name),
    /** What another program does: the signal reaches this one alone. */
    signalAlone: (name: NodeJS.Signals) => child.kill(name),
    /** Waits until it has printed that. Throws what it printed instead. */
    async says(text: string) {
      while (!said.includes(text)) {
        const more = await Promise.race([once(output, 'more'), ended])
        if (!Array.isArray(more)) throw new Error(`It ended, and had said: ${said}`)
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
