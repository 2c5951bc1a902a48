/** An error the visitor may be told about. Anything else is a bug, and shows as a plain 500. */
export class HttpError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export class BadRequest extends HttpError {
  constructor(message = 'That request could not be understood.') {
    super(400, message)
  }
}

export class Unauthenticated extends HttpError {
  constructor() {
    super(401, 'Please sign in first.')
  }
}

/** Where it makes sense, with the way to the page where that changes. */
export class Forbidden extends HttpError {
  readonly way?: { path: string; text: string }

  constructor(message = 'You may not do that.', way?: { path: string; text: string }) {
    super(403, message)
    this.way = way
  }
}

export class NotFound extends HttpError {
  constructor(what = 'page') {
    super(404, `We could not find this ${what}.`)
  }
}

export class Conflict extends HttpError {
  constructor(message: string) {
    super(409, message)
  }
}

/** What was here has been removed on purpose, and will not come back. */
export class Gone extends HttpError {
  constructor(message: string) {
    super(410, message)
  }
}

/** Someone knocks too often. Says when to come back, in seconds. */
export class TooMany extends HttpError {
  readonly retryAfter: number

  constructor(retryAfter: number) {
    super(429, `That was too often. Please try again in ${waitInWords(retryAfter)}.`)
    this.retryAfter = retryAfter
  }
}

/** Stops a start or a command with one sentence for the person at the terminal, and no stack. */
export class CannotStart extends Error {}

function waitInWords(seconds: number) {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} seconds`
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
