import { once } from 'node:events'
import { createServer } from 'node:net'
import { CannotStart } from '../errors.ts'

/** Makes sure, before anything starts, that nobody else listens there. Throws CannotStart, which names the variable. */
export async function needPorts(ports: Record<string, number | undefined>) {
  for (const [variable, port] of Object.entries(ports)) {
    if (port) await needPort(variable, port)
  }
}

async function needPort(variable: string, port: number) {
  const probe = createServer().listen(port)
  try {
    await once(probe, 'listening')
    probe.close()
    await once(probe, 'close')
  } catch (error) {
    const reason = (error as { code?: string }).code === 'EACCES' ? 'may not be used by you' : 'is taken'
    throw new CannotStart(`Trellis cannot start: port ${port} ${reason}. Set ${variable} to another one.`)
  }
}
