import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Runs one of our commands as a person at the terminal does. Answers what it said and its exit code. */
export async function command(name: string, args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn('node_modules/.bin/node', [`src/cli/${name}.ts`, ...args], { env: { ...process.env, ...env } })
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { said, complained, code: code as number }
}
