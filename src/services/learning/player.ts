import { bunny } from '../../gateways/bunny.ts'
import { lengthInWords } from '../../lib/lengths.ts'
import type { Video } from '../../models/index.ts'

/** How a page shows a video. `path` is the page's own: asked with play=1 it shows the player. */
export type Player = {
  state: Video['state'] | 'missing'
  length: string
  path: string
  /** Where Bunny's player is; and the bare film, for a browser that runs no script. */
  src?: string
  film?: string
}

/**
 * Bunny hears of a viewer only once they ask to play, and then by an address that is the same for everybody in that hour
 * (P12). So where to begin does not stand in it: our page tells the player. Loading the page again signs it anew.
 */
export function playerOf(video: Video | null | undefined, path: string, plays: boolean, now: Date): Player {
  const { guid = null, seconds = null, state = 'missing' } = video ?? {}
  const player: Player = { state, path, length: lengthInWords(seconds ?? 0) }
  if (!plays || state !== 'ready') return player
  return { ...player, src: bunny.embedUrl(guid!, now), film: bunny.filmUrl(guid!, now) }
}
