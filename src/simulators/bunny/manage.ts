import express, { type Request, type Response, Router } from 'express'
import { config } from '../../config.ts'
import { type Library, status } from './library.ts'

const HEAD = 4100

/** The part of Bunny Stream that a library's key opens. */
export function manageVideos(library: Library) {
  const router = Router()
  const videos = '/library/:library/videos'

  router.use('/library', (req, res, next) => {
    if (req.get('AccessKey') !== config.bunny.apiKey) return res.status(401).json({ message: 'Authentication failed.' })
    if (req.path.split('/')[1] !== config.bunny.libraryId) return missing(res)
    next()
  })

  router.post(videos, express.json(), (req, res) => {
    if (typeof req.body?.title !== 'string' || !req.body.title)
      return void res.status(400).json({ title: ['required'] })
    res.json(shown(library.create(req.body.title)))
  })

  router.use(`${videos}/:guid`, (req, res, next) => (isKnown(req) ? next() : missing(res)))

  router.get(`${videos}/:guid`, ({ params: { guid } }, res) => {
    library.progress(guid)
    res.json(shown(guid))
  })

  router.put(`${videos}/:guid`, async (req, res) => {
    const { guid } = req.params
    try {
      const size = await swallow(req, (head) => library.begin(guid, head))
      library.change(guid, { status: status.uploaded, size })
      answer(res)
    } catch {
      library.change(guid, { status: status.uploadFailed })
    }
  })

  router.post(`${videos}/:guid/captions/:srclang`, express.json({ limit: '2mb' }), ({ params, body }, res) => {
    const captions = Buffer.from(String(body?.captionsFile ?? ''), 'base64').toString()
    if (!captions.startsWith('WEBVTT')) return answer(res.status(400), false)
    library.change(params.guid, { captions })
    answer(res)
  })

  router.delete(`${videos}/:guid/captions/:srclang`, ({ params: { guid } }, res) => {
    if (!library.get(guid)?.captions) return missing(res)
    library.change(guid, { captions: null })
    answer(res)
  })

  router.delete(`${videos}/:guid`, ({ params: { guid } }, res) => {
    library.remove(guid)
    answer(res)
  })

  return router

  /** What the demo world made up can be deleted, and nothing else. */
  function isKnown({ method, params, path }: Request) {
    const guid = String(params.guid)
    return library.get(guid) ?? (method === 'DELETE' && path === '/' && library.plays(guid))
  }

  function shown(guid: string) {
    const { title, status, length, size } = library.get(guid)!
    const storageSize = size
    return { videoLibraryId: Number(config.bunny.libraryId), guid, title, status, length, storageSize }
  }
}

/** Reads a body to its end, and shows its first bytes. Answers how long it was; throws when it breaks off. */
export async function swallow(req: Request, look: (head: Buffer) => Promise<void>) {
  let size = 0
  let head = Buffer.alloc(0)
  for await (const chunk of req as AsyncIterable<Buffer>) {
    if (head.length < HEAD) head = Buffer.concat([head, chunk])
    size += chunk.length
  }
  await look(head.subarray(0, HEAD))
  return size
}

function answer(res: Response, success = true) {
  const statusCode = res.statusCode
  res.json({ success, message: success ? 'OK' : 'Invalid request.', statusCode })
}

function missing(res: Response) {
  res.status(404).json({ success: false, message: 'Video not found.', statusCode: 404 })
}
