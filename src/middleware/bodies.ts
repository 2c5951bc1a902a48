import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type NextFunction, type Request, type Response } from 'express'
import multer from 'multer'
import { config } from '../config.ts'

export const MOST_FILES = 5
export const MOST_BYTES = 10 * 1024 * 1024

const incoming = join(config.dataDir, 'incoming')

const multipart = multer({
  defParamCharset: 'utf8',
  storage: multer.diskStorage({
    destination: (_req, _file, done) => {
      mkdirSync(incoming, { recursive: true, mode: 0o700 })
      done(null, incoming)
    },
  }),
  limits: { files: MOST_FILES, fileSize: MOST_BYTES, fields: 50, fieldSize: 100_000, fieldNameSize: 100 },
}).any()

export const urlencoded = express.urlencoded({ extended: false, limit: '100kb', parameterLimit: 200 })

/** Reads a form with files. What nobody took for good is gone when the answer is. */
export function uploads(req: Request, res: Response, next: NextFunction) {
  if (!req.is('multipart/form-data')) return next()

  res.once('close', () => {
    for (const { path } of filesOf(req)) void rm(path, { force: true })
  })
  multipart(req, res, next)
}

/** The files of a form field; an empty file input also arrives as one, without name or bytes. */
export function filesOf(req: Request, field?: string) {
  const files = (req.files ?? []) as Express.Multer.File[]
  return files.filter(({ fieldname, originalname, size }) => (!field || fieldname === field) && (originalname || size))
}
