import { origins } from '../config/stripe.ts'
import { config } from '../config.ts'

/** Where people pay in demo mode. Answers the function that stops it; never called in production. */
export async function openStripe({ port: wanted }: { port: number }) {
  const { simulateStripe } = await import('../simulators/stripe/server.ts')
  const { port, stop } = await simulateStripe({ port: wanted, folder: `${config.dataDir}/stripe`, delivers: true })

  if (port !== wanted) {
    const here = `http://127.0.0.1:${port}`
    Object.assign(config.stripe, { apiBase: here, ...origins(here) })
  }
  return stop
}
