import http from 'node:http'

export type Answer = { status: number; milliseconds: number }
export type Letter = { body: string; cookie?: string; address?: string; headers?: Record<string, string> }

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

  /** One after the other in so many rows, as a company delivers what it has to say. */
  async inRows(rows: number, letters: Letter[]): Promise<Answer[]> {
    const answers: Answer[] = []
    let next = 0
    const row = async () => {
      while (next < letters.length) answers.push(await this.one(letters[next++]!))
    }
    await Promise.all(Array.from({ length: rows }, row))
    return answers
  }

  close() {
    this.agent.destroy()
  }

  private one({ cookie, body, address, headers: more }: Letter) {
    const headers = {
      ...(cookie && { cookie }),
      origin: this.origin,
      ...(address && { 'x-forwarded-for': address }),
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      ...more,
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
