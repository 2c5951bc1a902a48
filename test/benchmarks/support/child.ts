import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of its own for what is measured, so that neither the load nor the other side shares its core's time. */
export async function startChild(file: string, env: Record<string, string> = {}) {
  const child = fork(file, {
    env: { ...process.env, LOG_LEVEL: 'silent', DEMO_WORLD: 'false', NODE_ENV: 'test', ...env },
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  })
  const { port } = (await answerOrEnd(child)) as { port: number }

  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    /** Sends a question and waits for the answer. */
    async ask<Answer>(question: unknown) {
      const [reply] = await Promise.all([answerOrEnd(child), child.send(question as object)])
      return reply as Answer
    },
    async stop() {
      if (!child.kill()) return // it has ended
      await once(child, 'exit')
    },
  }
}

export type Child = Awaited<ReturnType<typeof startChild>>

async function answerOrEnd(child: ChildProcess) {
  const heard = new AbortController()
  const ended = once(child, 'exit', heard).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`)
  })
  const [message] = (await Promise.race([once(child, 'message', heard), ended])) as unknown[]
  heard.abort()
  return message
}
