import { createHash } from 'node:crypto'
import { type Request, Router } from 'express'
import { config } from '../../config.ts'
import { type Library, status } from './library.ts'
import { swallow } from './manage.ts'

const from = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, HEAD, PATCH, OPTIONS',
  'Access-Control-Allow-Headers':
    'AuthorizationSignature, AuthorizationExpire, LibraryId, VideoId, Content-Type, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset',
  'Access-Control-Expose-Headers': 'Location, Tus-Resumable, Upload-Length, Upload-Offset',
  'Tus-Resumable': '1.0.0',
}

/** Uploads by tus 1.0.0, straight from a browser that shows a signature of ours. One at a time for each video. */
export function takeUploads(library: Library) {
  const router = Router()
  const lengths = new Map<string, number>()

  router.use('/tusupload', (req, res, next) => {
    res.set(from)
    if (req.method === 'OPTIONS') res.sendStatus(204)
    else if (!isSigned(req)) res.status(401).json({ message: 'The signature is wrong or too old.' })
    else if (!library.get(videoOf(req))) res.status(404).json({ message: 'Video not found.' })
    else next()
  })

  router.post('/tusupload', (req, res) => {
    const length = Number(req.get('Upload-Length'))
    if (!Number.isSafeInteger(length) || length < 1) return void res.sendStatus(400)
    if (!/(^|,)filetype /.test(req.get('Upload-Metadata') ?? '')) return void res.sendStatus(400)

    const guid = videoOf(req)
    lengths.set(guid, length)
    library.change(guid, { size: 0, status: status.created })
    res.status(201).set('Location', `/tusupload/${guid}`).end()
  })

  router.head('/tusupload/:guid', ({ params: { guid } }, res) => {
    if (!lengths.has(guid)) return void res.sendStatus(404)
    const { size } = library.get(guid)!
    res.set({ 'Upload-Length': String(lengths.get(guid)), 'Upload-Offset': String(size), 'Cache-Control': 'no-store' })
    res.end()
  })

  router.patch('/tusupload/:guid', async (req, res) => {
    const { guid } = req.params
    const offset = library.get(guid)?.size ?? 0
    if (!lengths.has(guid)) return void res.sendStatus(404)
    if (Number(req.get('Upload-Offset')) !== offset) return void res.sendStatus(409)

    const taken = await swallow(req, async (head) => {
      if (offset === 0) await library.begin(guid, head)
    }).catch(() => undefined)
    if (taken === undefined) return

    const size = offset + taken
    const isWhole = size === lengths.get(guid)
    library.change(guid, isWhole ? { size, status: status.uploaded } : { size })
    res.status(204).set('Upload-Offset', String(size)).end()
  })

  return router
}

function isSigned(req: Request) {
  const { libraryId, apiKey } = config.bunny
  const expires = Number(req.get('AuthorizationExpire'))
  const signature = createHash('sha256')
    .update(`${libraryId}${apiKey}${expires}${videoOf(req)}`)
    .digest('hex')
  return (
    expires > Date.now() / 1000 &&
    req.get('LibraryId') === libraryId &&
    req.get('AuthorizationSignature') === signature &&
    (req.path === '/' || req.path === `/${videoOf(req)}`)
  )
}

function videoOf(req: Request) {
  return req.get('VideoId') ?? ''
}
