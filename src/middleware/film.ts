import type { Readable } from 'node:stream'
import type { Request, Response } from 'express'
import multer from 'multer'
import { config } from '../config.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** The file of a form that is still coming in. It ends, or breaks with an error: cut off, or too large. */
    film?: Readable
  }
}

/** The one form whose file is too large to be kept by us: it is handed on while it comes in. */
export const isFilm = (req: Request) =>
  req.method === 'POST' && /^\/teach\/[^/]+\/lessons\/[^/]+\/video$/.test(req.path)

const arrivals = new WeakMap<object, () => void>()

const parser = multer({
  storage: {
    _handleFile(req, { stream }, done) {
      const film = stream as Readable
      req.film = film
      // multer looks away from what comes after the limit; whoever reads has to learn that it is not all.
      film.once('limit', () => film.destroy(new multer.MulterError('LIMIT_FILE_SIZE')))
      film.once('close', () => done(null, {}))
      film.on('error', () => {})
      arrivals.get(req)!()
    },
    _removeFile: (_req, _file, done) => done(null),
  },
  limits: () => ({ files: 1, fileSize: config.bunny.mostBytes, fields: 5, fieldSize: 1000, fieldNameSize: 100 }),
} as multer.Options).single('video')

/**
 * Reads the fields of that form, and goes on as soon as its file begins: so its token has to stand before it, and is
 * looked at before a byte of the file is. What nobody reads is let go when the answer is sent.
 */
export function openFilm(req: Request, res: Response, next: (error?: unknown) => void) {
  let gone = false
  const goOn = (error?: unknown) => {
    if (gone) return
    gone = true
    next(error)
  }

  arrivals.set(req, goOn)
  res.once('close', () => {
    req.film?.destroy()
    req.unpipe()
    req.resume()
  })
  parser(req, res, goOn)
}
