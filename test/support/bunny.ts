import { readFile } from 'node:fs/promises'
import { config } from '../../src/config.ts'
import { simulateBunny } from '../../src/simulators/bunny/server.ts'

type Simulator = Awaited<ReturnType<typeof simulateBunny>>

/** The film that plays for every video there. */
export const film = () => readFile('src/simulators/bunny/clip.webm')

/** For every test of a file: Bunny, as the gateway finds it. */
export function openBunny() {
  let simulator: Simulator

  before(async () => {
    simulator = await simulateBunny(config.bunny.simulator!.port)
  })

  after(() => simulator.stop())

  return {
    /** What it keeps of a video. */
    get: (guid: string) => simulator.library.get(guid),
    /** How many videos it keeps. */
    size: () => simulator.library.size,
  }
}
