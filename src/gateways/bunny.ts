import { createHash, createHmac } from 'node:crypto'
import { Readable } from 'node:stream'
import { config } from '../config.ts'
import { HttpError } from '../errors.ts'
import type { For } from '../privacy/processors.ts'

const HOUR = 60 * 60
const PATIENCE = 15_000

/** What a browser has to say with an upload that goes to Bunny without passing us, until `expires`. */
export type Presigned = { endpoint: string; headers: Record<string, string> }

/** Where a video stands there. `seconds` is known once it is finished. */
export type VideoState = { is: 'empty' | 'encoding' | 'failed' } | { is: 'finished'; seconds: number }

/** Bunny refused, broke off or kept silent. Says the code and nothing of what was sent; the queue tries again. */
export class BunnyFailed extends HttpError {
  readonly original: { code: string }

  constructor(code: string) {
    super(503, 'The host of our videos does not answer as it should. Please try again in a few minutes.')
    this.name = 'BunnyFailed'
    this.original = { code }
  }
}

/** The videos of the lessons, at Bunny Stream. It knows each by ids that tell nothing, and never learns who watches. */
export const bunny = {
  /** Makes an empty video of that title, which has to be an id of ours. Answers what Bunny calls it. Throws BunnyFailed. */
  async create(title: string): Promise<string> {
    const { guid } = await (await ask('POST', '', { json: { title } })).json()
    return guid
  },

  /** Hands on a video as it comes. Takes as long as its bytes do; throws BunnyFailed when they or Bunny break off. */
  async upload(guid: For<'bunny', string>, content: Readable) {
    await ask('PUT', guid, { body: Readable.toWeb(content) as ReadableStream })
  },

  /** For half a day a browser may send this one video by tus 1.0.0. */
  presign(guid: string, now: Date): Presigned {
    const { libraryId, apiKey, apiBase } = config.bunny
    const expires = String(Math.floor(now.getTime() / 1000) + 12 * HOUR)
    const headers = {
      AuthorizationSignature: sha256(libraryId + apiKey + expires + guid),
      AuthorizationExpire: expires,
      LibraryId: libraryId,
      VideoId: guid,
    }
    return { endpoint: `${apiBase}/tusupload`, headers }
  },

  /** Throws BunnyFailed, also when there is no such video. */
  async state(guid: string): Promise<VideoState> {
    const { status, length } = await (await ask('GET', guid)).json()
    if (status === 4) return { is: 'finished', seconds: Math.max(1, Math.round(length)) }
    return { is: status === 0 ? 'empty' : status < 4 ? 'encoding' : 'failed' }
  },

  /** WebVTT, shown by the player from then on; null takes it away. Throws BunnyFailed. */
  async sendCaptions(guid: string, captions: For<'bunny', string> | null) {
    const path = `${guid}/captions/en`
    if (captions === null) return void (await ask('DELETE', path, { gone: true }))
    const captionsFile = Buffer.from(captions).toString('base64')
    await ask('POST', path, { json: { srclang: 'en', label: 'English', captionsFile } })
  },

  /** What is gone already may be removed again. Throws BunnyFailed. */
  async remove(guid: string) {
    await ask('DELETE', guid, { gone: true })
  },

  /**
   * Where the player of a video is, for an hour or two. Whoever asks within the same hour of the clock gets the same
   * address, letter for letter, so that it tells nobody apart (P12). The player is asked to remember nothing of its own.
   */
  embedUrl(guid: string, now: Date) {
    const expires = nextFullHour(now)
    const token = sha256(config.bunny.tokenKey + guid + expires)
    const query = `token=${token}&expires=${expires}&rememberPosition=false`
    return `${config.bunny.embedBase}/embed/${config.bunny.libraryId}/${guid}?${query}`
  },

  /** The bare film, for browsers that run no player; as equal for everybody. Undefined where no pull zone is set (P12). */
  filmUrl(guid: string, now: Date) {
    const { cdnBase, tokenKey } = config.bunny
    return cdnBase && cdnBase + signedPath(tokenKey, `/${guid}/`, 'play_480p.mp4', nextFullHour(now))
  },
}

/**
 * A path of a pull zone that opens everything in its folder until it expires, in unix seconds (Bunny's token V2, in the
 * form that keeps the token in the path, so that what a playlist names is opened too).
 */
export function signedPath(key: string, folder: string, file: string, expires: number) {
  const signed = `${folder}${expires}token_path=${folder}`
  const token = `HS256-${createHmac('sha256', key).update(signed).digest('base64url')}`
  const query = `bcdn_token=${token}&token_path=${encodeURIComponent(folder)}&expires=${expires}`
  return `/${query}${folder.replace(/\/$/, '')}/${file}`
}

type Asking = { json?: object; body?: ReadableStream; gone?: boolean }

async function ask(method: string, path: string, { json, body, gone }: Asking = {}) {
  const { apiBase, libraryId, apiKey } = config.bunny
  const url = [`${apiBase}/library/${libraryId}/videos`, path].filter(Boolean).join('/')
  const type = json ? 'application/json' : 'application/octet-stream'
  const request: RequestInit & { duplex: 'half' } = {
    method,
    headers: { AccessKey: apiKey, Accept: 'application/json', ...(json || body ? { 'Content-Type': type } : {}) },
    body: json ? JSON.stringify(json) : body,
    duplex: 'half',
    signal: body ? undefined : AbortSignal.timeout(PATIENCE),
  }
  const answer = await fetch(url, request).catch((error) => {
    throw new BunnyFailed(error.cause?.code ?? error.name)
  })

  if (!answer.ok && !(gone && answer.status === 404)) {
    await answer.body?.cancel()
    throw new BunnyFailed(String(answer.status))
  }
  return answer
}

/** The end of the hour after this one. */
function nextFullHour(now: Date) {
  return (Math.floor(now.getTime() / 1000 / HOUR) + 2) * HOUR
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
