import type { RequestHandler } from 'express'
import { assets, type Encoding } from '../lib/assets.ts'

const encodings: Encoding[] = ['br', 'gzip']

/** Answers /assets/<hash>/<path> out of memory. Who asks with an old hash gets today's file, to be kept by nobody. */
export const serveAssets: RequestHandler = (req, res, next) => {
  const [, hash, path] = /^\/assets\/(\w+)(\/.+)$/.exec(req.path) ?? []
  const found = path && assets.get(path)
  if (!found || (req.method !== 'GET' && req.method !== 'HEAD')) return next()

  const encoding = found.packed && encodings.find((name) => req.acceptsEncodings(name))
  if (encoding) res.set('Content-Encoding', encoding)
  if (found.packed) res.vary('Accept-Encoding')
  res.set('Cache-Control', hash === found.hash ? 'public, max-age=31536000, immutable' : 'no-cache')
  res.type(found.type).send(encoding ? found.packed!(encoding) : found.plain)
}
