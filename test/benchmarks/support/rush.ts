import http from 'node:http'

export type Answer = { status: number; milliseconds: number }
export type Letter = { cookie: string; body: string; address: string }

/** A browser for each client: its connection is open before anything is measured. */
export class Rush {
  private agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  private url: string
  private origin: string

  constructor(origin: string, path: string) {
    this.origin = origin
    this.url = origin + path
  }

  /** All at the same moment, each from an address of its own, as people come. */
  post(letters: Letter[]): Promise<Answer[]> {
    return Promise.all(letters.map((letter) => this.one(letter)))
  }

  close() {
    this.agent.destroy()
  }

  private one({ cookie, body, address }: Letter) {
    const headers = {
      cookie,
      origin: this.origin,
      'x-forwarded-for': address,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }
    const began = performance.now()
    return new Promise<Answer>((resolve, reject) => {
      const request = http.request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode!, milliseconds: performance.now() - began }))
      })
      request.on('error', reject)
      request.end(body)
    })
  }
}

/** The value below which so great a share of them lies. */
export function quantile(values: number[], share: number) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
