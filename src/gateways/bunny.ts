import { createHash, createHmac } from 'node:crypto'
import { config } from '../config.ts'

const HOUR = 60 * 60

/** The videos of the lessons, at Bunny Stream. It knows each by ids that tell nothing, and never learns who watches. */
export const bunny = {
  /**
   * Where the player of a video is, for an hour or two. Whoever asks within the same hour of the clock gets the same
   * address, letter for letter, so that it tells nobody apart (P12).
   */
  embedUrl(guid: string, now: Date) {
    const expires = nextFullHour(now)
    const token = sha256(config.bunny.tokenKey + guid + expires)
    return `${config.bunny.embedBase}/embed/${config.bunny.libraryId}/${guid}?token=${token}&expires=${expires}`
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
  return `/bcdn_token=${token}&token_path=${encodeURIComponent(folder)}&expires=${expires}${folder.replace(/\/$/, '')}/${file}`
}

/** The end of the hour after this one. */
function nextFullHour(now: Date) {
  return (Math.floor(now.getTime() / 1000 / HOUR) + 2) * HOUR
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
