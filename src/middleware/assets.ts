import type { RequestHandler } from 'express'
import { assets } from '../lib/assets.ts'

const encodings = ['br', 'gzip'] as const

/** Answers /assets/<hash>/<path> out of memory. Who asks with an old hash gets today's file, to be kept by nobody. */
export const serveAssets: RequestHandler = (req, res, next) => {
  const [, hash, path] = /^\/assets\/(\w+)(\/.+)$/.exec(req.path) ?? []
  const found = path && assets.get(path)
  if (!found || (req.method !== 'GET' && req.method !== 'HEAD')) return next()

  const encoding = encodings.find((name) => found[name] && req.acceptsEncodings(name))
  if (encoding) res.set('Content-Encoding', encoding)
  if (found.br) res.vary('Accept-Encoding')
  res.set('Cache-Control', hash === found.hash ? 'public, max-age=31536000, immutable' : 'no-cache')
  res.type(found.type).send(found[encoding ?? 'plain'])
}
