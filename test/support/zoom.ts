import { config } from '../../src/config.ts'
import type { Kept } from '../../src/simulators/zoom/account.ts'
import { simulateZoom } from '../../src/simulators/zoom/server.ts'

type Simulator = Awaited<ReturnType<typeof simulateZoom>>

/** For every test of a file: Zoom, as the gateway finds it, empty and willing. Its events come to the app of the test. */
export function openZoom() {
  let simulator: Simulator

  before(async () => {
    simulator = await simulateZoom(config.zoom.simulator!.port, async () => undefined)
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
  }
}
