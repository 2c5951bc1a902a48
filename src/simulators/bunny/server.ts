import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { config } from '../../config.ts'
import { Library } from './library.ts'
import { manageVideos } from './manage.ts'
import { playVideos } from './play.ts'
import { takeUploads } from './tus.ts'

/**
 * Stands in for Bunny in demo mode and in tests: the same paths, headers and refusals over real HTTP, on this machine
 * only. All its videos are one film of ours. Where the port is taken it listens at another, and says at which.
 */
export async function simulateBunny(wanted: number) {
  const library = new Library(`${config.dataDir}/bunny`)
  const app = express()
  app.disable('x-powered-by')
  app.use(manageVideos(library), takeUploads(library), playVideos(library))

  const server = createServer(app)
  const port = await listen(wanted).catch(() => listen(0))

  return {
    port,
    library,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }

  async function listen(port: number) {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
}
