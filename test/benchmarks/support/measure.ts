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

type Ways = {
  seconds?: number
  connections?: number
  rate?: number
  cookie?: string
  /** What is posted, and from where; each request with the next of these cookies. */
  body?: string
  origin?: string
  cookies?: string[]
  status?: number
}

/** What a server answers under 16 connections for some seconds. Every answer has to be of this status. */
export async function load(url: string, ways: Ways = {}): Promise<Load> {
  const { seconds = 5, connections = 16, rate = 0, cookie = '', body, origin, cookies, status = 200 } = ways
  let turn = 0
  const headers = {
    cookie,
    ...(origin && { origin }),
    ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  const requests = cookies && [
    {
      setupRequest: (request: autocannon.Request) => {
        const next = cookies[turn++ % cookies.length]!
        return { ...request, headers: { ...request.headers, cookie: next } }
      },
    },
  ]
  const options = {
    url,
    connections,
    duration: seconds,
    headers,
    ...(body && { method: 'POST' as const, body }),
    requests,
  }
  const result = await autocannon(rate ? { ...options, overallRate: rate } : options)
  const others = result.requests.total - (result.statusCodeStats?.[`${status}`]?.count ?? 0)
  if (others || result.errors) throw new Error(`${url}: ${others} answered otherwise, ${result.errors} failed`)
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
