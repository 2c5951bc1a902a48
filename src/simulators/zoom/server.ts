import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { config } from '../../config.ts'
import { Account } from './account.ts'
import { manageMeetings } from './manage.ts'
import { type Deliver, openRooms } from './room.ts'

/**
 * Stands in for Zoom in demo mode and in tests: the same paths, headers and refusals over real HTTP, on this machine
 * only. Events come to our site, signed; a test may take them elsewhere. Where the port is taken it listens at another,
 * and says at which.
 */
export async function simulateZoom(wanted: number, deliver: Deliver = toOurSite) {
  const account = new Account(`${config.dataDir}/zoom`)
  const rooms = openRooms(account, deliver)
  const app = express()
  app.disable('x-powered-by')
  app.use(rooms.router, manageMeetings(account))

  const server = createServer(app)
  const port = await listen(wanted).catch(() => listen(0))

  return {
    port,
    account,
    tell: rooms.tell,
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

const toOurSite: Deliver = (body, headers) =>
  fetch(`http://127.0.0.1:${config.port}/webhooks/zoom`, { method: 'POST', headers, body })
