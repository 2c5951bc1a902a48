import { readFileSync } from 'node:fs'
import type { NextFunction, Request, Response } from 'express'
import { BadRequest, Forbidden, HttpError, NotFound, TooMany, Unauthenticated } from '../errors.ts'
import { isImpossibleValue } from '../lib/find.ts'
import { reportError } from '../lib/report-error.ts'

export function notFound() {
  throw new NotFound()
}

/** The only place that turns an error into an answer. It needs neither the database nor a session. */
export function showError(thrown: unknown, req: Request, res: Response, next: NextFunction) {
  if (res.headersSent) return next(thrown)
  const error = inWords(thrown)

  if (error instanceof Unauthenticated && req.method === 'GET') {
    return res.leaveFor(`/login?next=${encodeURIComponent(req.originalUrl)}`)
  }
  if (error instanceof TooMany) res.set('Retry-After', String(Math.ceil(error.retryAfter)))
  if (!(error instanceof HttpError)) reportError(error, { request: req.id, route: req.route?.path })

  const { status, message } =
    error instanceof HttpError ? error : { status: 500, message: 'Something went wrong here.' }
  const way = error instanceof Forbidden ? error.way : undefined
  res.status(status).renderInstead('errors/show', { status, message, way, requestId: req.id })
}

const plainPage = readFileSync(`${import.meta.dirname}/../../views/errors/fallback.html`, 'utf8')

/** When an answer breaks off, or not even the page of an error can be shown. Express itself would show and log the stack. */
export function lastResort(error: unknown, req: Request, res: Response, _next: NextFunction) {
  reportError(error, { request: req.id })
  if (res.headersSent) res.destroy()
  else res.status(500).set('Cache-Control', 'no-store').type('html').send(plainPage)
}

/** What Express and its parsers refuse, said so that it helps. */
function inWords(error: unknown) {
  if (error instanceof HttpError) return error
  if (isImpossibleValue(error)) return new BadRequest()

  const { status, code } = (error ?? {}) as { status?: number; code?: string }
  if (status === 413 || code === 'LIMIT_FILE_SIZE')
    return new HttpError(413, 'That is too large for us to take. Please go back, and choose something smaller.')
  if (code?.startsWith('LIMIT_')) return new HttpError(413, 'That form carries more than we asked for.')
  if (status === 415) return new HttpError(415, 'We cannot read that kind of form.')
  if (status !== undefined && status >= 400 && status < 500) return new BadRequest()
  return error
}
