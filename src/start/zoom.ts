import { config } from '../config.ts'

/** Where the sessions of demo mode meet. Answers the function that stops it; never called in production. */
export async function openZoom({ port: wanted }: { port: number }) {
  const { simulateZoom } = await import('../simulators/zoom/server.ts')
  const { port, stop } = await simulateZoom(wanted)

  if (port !== wanted) {
    const here = `http://127.0.0.1:${port}`
    Object.assign(config.zoom, { apiBase: `${here}/v2`, oauthBase: here })
  }
  return stop
}
