type Details = { type?: string; code?: string; param?: string; decline_code?: string }

/** What Stripe would answer instead: a status and an error in its shape. */
export class Refusal extends Error {
  readonly status: number
  readonly error: Details & { message: string }

  constructor(status: number, message: string, details: Details = {}) {
    super(message)
    this.status = status
    this.error = { type: 'invalid_request_error', message, ...details }
  }
}

export function missing(what: string, id: string, param = 'id') {
  return new Refusal(404, `No such ${what}: '${id}'`, { code: 'resource_missing', param })
}
