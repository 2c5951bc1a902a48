import { config } from '../config.ts'

/** Where the videos of demo mode are. Answers the function that stops it; never called in production. */
export async function openBunny({ port: wanted }: { port: number }) {
  const { simulateBunny } = await import('../simulators/bunny/server.ts')
  const { port, stop } = await simulateBunny(wanted)

  if (port !== wanted) {
    const here = `http://127.0.0.1:${port}`
    Object.assign(config.bunny, { apiBase: here, embedBase: here, cdnBase: here })
  }
  return stop
}
