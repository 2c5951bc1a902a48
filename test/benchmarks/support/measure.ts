import autocannon from 'autocannon'

export type Measured = {
  what: string
  ours: string
  floor: string
  ratio: number
  reach: number
  /** Whether the ratio may not be above what is to be reached, as for times, rather than below it. */
  lowerIsBetter?: boolean
  queries?: number
  memoryMiB?: number
}

export type Load = { perSecond: number; p99: number }

/** What a server answers under 16 connections for some seconds. Every answer has to be a 200. */
export async function load(url: string, { cookie = '', seconds = 5, connections = 16, rate = 0 } = {}): Promise<Load> {
  const options = { url, connections, duration: seconds, headers: { cookie } }
  const result = await autocannon(rate ? { ...options, overallRate: rate } : options)
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

/** Takes turns, so that whatever else the machine does meets both sides alike; answers the median of each. */
export async function inTurns<T>(
  rounds: number,
  sides: [() => Promise<T>, () => Promise<T>],
  by: (measured: T) => number,
) {
  const taken: [T[], T[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    for (const side of [0, 1] as const) taken[side].push(await sides[side]())
  }
  return taken.map((all) => all.toSorted((a, b) => by(a) - by(b))[Math.floor(rounds / 2)]!) as [T, T]
}

export async function seconds(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

export function hasReached({ ratio, reach, lowerIsBetter }: Measured) {
  return lowerIsBetter ? ratio <= reach : ratio >= reach
}
