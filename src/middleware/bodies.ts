import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type NextFunction, type Request, type Response } from 'express'
import multer from 'multer'
import { config } from '../config.ts'
import { BadRequest } from '../errors.ts'
import { isFilm, openFilm } from './film.ts'

export const MOST_FILES = 5
export const MOST_BYTES = 10 * 1024 * 1024

/** In a form with files, or of a text so long that it comes like one: 200,000 characters of any script. */
const MOST_TEXT = 800_000
const FIVE_MINUTES = 300_000

const incoming = join(config.dataDir, 'incoming')

const multipart = multer({
  defParamCharset: 'utf8',
  storage: multer.diskStorage({
    destination: (_req, _file, done) => {
      mkdirSync(incoming, { recursive: true, mode: 0o700 })
      done(null, incoming)
    },
  }),
  limits: { files: MOST_FILES, fileSize: MOST_BYTES, fields: 20, fieldSize: MOST_TEXT, fieldNameSize: 100 },
}).any()

/** A form is here within five minutes, or not at all; only a film may take its time. */
export function inGoodTime(req: Request, res: Response, next: NextFunction) {
  if (req.method === 'POST' && !isFilm(req)) {
    const late = setTimeout(() => req.destroy(), FIVE_MINUTES).unref()
    res.once('close', () => clearTimeout(late))
  }
  next()
}

/** What a company tells us of: its signature is over the bytes as they came. */
export const asBytes = express.raw({ type: () => true, limit: '1mb' })

export const urlencoded = express.urlencoded({
  extended: false,
  limit: '100kb',
  parameterLimit: 200,
  verify: (_req, _res, body) => needReadable(body),
})

/** Reads a form with files. What nobody took for good goes with the answer. */
export function uploads(req: Request, res: Response, next: NextFunction) {
  if (!req.is('multipart/form-data')) return letPass(req, next)
  if (isFilm(req)) return openFilm(req, res, (error?: unknown) => next(error && inWords(error)))

  res.once('close', () => {
    for (const { path } of filesOf(req)) void rm(path, { force: true })
  })
  multipart(req, res, (error?: unknown) => next(error && inWords(error)))
}

/** A body of a kind that we do not read has to pass all the same: who is still sending would not hear the answer. */
function letPass(req: Request, next: NextFunction) {
  if (req.readableEnded || req.method === 'GET' || req.method === 'HEAD') return next()
  req.resume().once('end', () => next())
}

/** The files of a form field; an empty file input also arrives as one, without name or bytes. */
export function filesOf(req: Request, field?: string) {
  const files = (req.files ?? []) as Express.Multer.File[]
  return files.filter(({ fieldname, originalname, size }) => (!field || fieldname === field) && (originalname || size))
}

const unreadable = 'That form did not arrive as one that we can read. Please go back and try again.'

/** What was sent is not what it says: only limits have a name, and only what failed on our side a system call. */
function inWords(error: unknown) {
  const { syscall, code = '' } = error as NodeJS.ErrnoException
  return syscall || code.startsWith('LIMIT_') ? error : new BadRequest(unreadable)
}

/** The parser would take what it cannot decode as it stands, "%ff" for one: a name or a password that nobody typed. */
function needReadable(body: Buffer) {
  try {
    decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new BadRequest(unreadable)
  }
}
