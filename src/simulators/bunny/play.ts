import { createHash } from 'node:crypto'
import { Router } from 'express'
import { config } from '../../config.ts'
import { signedPath } from '../../gateways/bunny.ts'
import type { Library } from './library.ts'

const film = `${import.meta.dirname}/clip.webm`
const script = `${import.meta.dirname}/player.js`
const policy = "default-src 'none'; script-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

/** What a viewer's browser sees of Bunny: the player for a frame, and the pull zone that serves the film by ranges. */
export function playVideos(library: Library) {
  const router = Router()

  router.get('/player.js', (_req, res) => res.sendFile(script))

  router.get('/embed/:library/:guid', ({ params: { library: id, guid }, query }, res) => {
    const expires = Number(query.expires)
    const token = createHash('sha256').update(`${config.bunny.tokenKey}${guid}${query.expires}`).digest('hex')
    if (query.token !== token || !isAhead(expires)) return void res.status(403).send('Forbidden')
    if (id !== config.bunny.libraryId || !library.plays(guid)) return void res.status(404).send('Not found')

    res.set('Content-Security-Policy', policy)
    res.send(page(signedPath(config.bunny.tokenKey, `/${guid}/`, '', expires), library.get(guid)?.captions))
  })

  router.get(
    /^\/bcdn_token=([\w-]+)&token_path=([\w%-]+)&expires=(\d+)\/([\w-]+)\/([\w.]+)$/,
    ({ path, params }, res) => {
      const [folder, expires, guid, file] = [decodeURIComponent(params[1]!), Number(params[2]), params[3]!, params[4]!]
      const isOurs = folder === `/${guid}/` && path === signedPath(config.bunny.tokenKey, folder, file, expires)
      if (!isOurs || !isAhead(expires)) return void res.status(403).send('Forbidden')
      if (!library.plays(guid)) return void res.status(404).send('Not found')

      if (file === 'captions.vtt') res.type('text/vtt').send(library.get(guid)?.captions ?? 'WEBVTT\n')
      else res.sendFile(film)
    },
  )

  return router
}

function isAhead(expires: number) {
  return expires > Date.now() / 1000
}

function page(folder: string, captions?: string | null) {
  const track = captions
    ? `<track kind="captions" srclang="en" label="English" src="${escaped(folder)}captions.vtt">`
    : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Video</title>
<style>html, body, video { width: 100%; height: 100%; margin: 0; background: #000 }</style>
<video controls playsinline preload="metadata" src="${escaped(folder)}play_480p.mp4">${track}</video>
<script src="/player.js"></script>
</html>`
}

function escaped(path: string) {
  return path.replaceAll('&', '&amp;')
}
