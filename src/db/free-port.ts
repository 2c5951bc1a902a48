import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port that nobody listens at, and that nobody is given by chance before we do: systems take the ports of outgoing
 * connections from above these.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_240, 32_768)
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  await once(server.close(), 'close')
  return port
}
