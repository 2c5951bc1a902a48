import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { config } from '../../src/config.ts'
import type { Kept } from '../../src/simulators/zoom/account.ts'
import { signatureOf } from '../../src/simulators/zoom/room.ts'
import { simulateZoom } from '../../src/simulators/zoom/server.ts'

/** Brings the app what Zoom would, as it would: by no browser, with a signature. */
export async function tellZoomsEvent(body: string, headers: Record<string, string> = signatureOf(body)) {
  return request(app).post('/webhooks/zoom').set(headers).send(body)
}

const app = createApp()

type Simulator = Awaited<ReturnType<typeof simulateZoom>>

/** For every test of a file: Zoom, as the gateway finds it, empty and willing. Its events come to the app of the test. */
export function openZoom() {
  let simulator: Simulator

  before(async () => {
    simulator = await simulateZoom(config.zoom.simulator!.port, tellZoomsEvent)
  })

  beforeEach(() => {
    for (const meeting of simulator.account.meetings) simulator.account.remove(meeting)
    Object.assign(simulator.account, { refuses: undefined, breaksOff: false })
  })

  after(() => simulator.stop())

  return {
    /** All it keeps. */
    meetings: (): Kept[] => simulator.account.meetings,
    account: () => simulator.account,
    /** Somebody comes or goes. */
    tell: (...visit: Parameters<Simulator['tell']>) => simulator.tell(...visit),
  }
}
