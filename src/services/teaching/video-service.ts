import type { Readable } from 'node:stream'
import { Op } from 'sequelize'
import { v7 } from 'uuid'
import { config } from '../../config.ts'
import { together } from '../../db/together.ts'
import { BadRequest, Conflict } from '../../errors.ts'
import { bunny } from '../../gateways/bunny.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { fileSize } from '../../lib/file-size.ts'
import { reportError } from '../../lib/report-error.ts'
import { sql } from '../../lib/sql.ts'
import { Alarm, type Lesson, Video } from '../../models/index.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'
import { openedAsFilm } from './film.ts'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
const purpose = 'to show your video to your learners'

/**
 * The film of a lesson, from the first byte to the last look at how far Bunny is with it. A new one takes the place of
 * the old once it has arrived. What nothing names any more a trigger removes at Bunny.
 */
export class VideoService {
  /**
   * Hands on a film as it comes in. Answers the sentence that says why it is not taken; that one, or one that breaks off,
   * leaves nothing behind. Throws BunnyFailed, or BadRequest where it broke off.
   */
  async receive(lesson: Lesson, content: Readable, now: Date) {
    try {
      const film = await openedAsFilm(content)
      if (!film) return 'We take MP4, MOV, WebM and Matroska, and this file is none of them'
      await this.#handOn(lesson, film, now)
      return undefined
    } catch (error) {
      if (!content.errored) throw error
      const tooLarge = (content.errored as { code?: string }).code === 'LIMIT_FILE_SIZE'
      if (tooLarge) return `A video may have ${fileSize(config.bunny.mostBytes)} at most`
      throw new BadRequest('The video did not arrive whole. Please send it again.')
    }
  }

  /**
   * Makes room at Bunny for a film that is to come, and answers what it is called there. What has not come within a day
   * goes again. Throws BunnyFailed, or NotFound for a lesson that is gone.
   */
  async begin(lesson: Lesson, now: Date) {
    const known = await Video.findOne({ where: { lessonId: lesson.id }, attributes: ['id'] })
    const id = known?.id ?? v7()
    const guid = await bunny.create(id)
    const video = await together(async () => {
      await look(guid, now, new Date(now.getTime() + DAY))
      return Video.awaitFor(lesson, { id, guid }, now)
    }).catch(async (error) => {
      await bunny.remove(guid).catch(reportError) // no row names it, so no trigger will
      throw error
    })
    const [told] = await disclose('bunny', purpose, lesson.authorId, pick(video, 'incomingGuid'))
    return told.incomingGuid!
  }

  /** What a browser needs to send the film itself, while one is awaited. */
  presigned({ id, incomingGuid }: Video, now: Date) {
    return incomingGuid ? { title: id, ...bunny.presign(incomingGuid, now) } : undefined
  }

  /** The browser says that all of it is sent: we look whether Bunny has it. */
  async lookAfter({ incomingGuid }: Video, now: Date) {
    if (incomingGuid) await look(incomingGuid, now, now)
  }

  /** Looks how far Bunny is, again and again with growing pauses, for a day. Throws BunnyFailed. */
  async follow(guid: string, since: Date, now: Date) {
    const video = await Video.findOne({ where: { [Op.or]: [{ incomingGuid: guid }, { guid, state: 'encoding' }] } })
    if (!video) return

    const found = await bunny.state(guid)
    const waited = now.getTime() - since.getTime()
    if (found.is === 'finished' || found.is === 'failed') {
      await this.arrive(guid, now)
      const seconds = found.is === 'finished' ? found.seconds : null
      await Video.update({ state: seconds ? 'ready' : 'failed', seconds }, { where: { guid, state: 'encoding' } })
    } else if (waited >= DAY) {
      await this.giveUp(guid)
      if (found.is === 'encoding') await Alarm.ring('task given up', `follow-video, ${guid}`)
    } else {
      if (found.is === 'encoding') await this.arrive(guid, now)
      await look(guid, since, new Date(now.getTime() + pauseAfter(waited)))
    }
  }

  /** Bunny has it: it is the film of the lesson now, and the one before goes. False where it was not awaited any more. */
  async arrive(guid: string, now: Date) {
    return together(async () => {
      const { rows } = await sql<{ lessonId: string }>(
        `update videos set guid = incoming_guid, incoming_guid = null, state = 'encoding', seconds = null
         where incoming_guid = $guid returning lesson_id as "lessonId"`,
        { guid },
      )
      if (!rows[0]) return false
      await look(guid, now, now)
      await enqueue('send-captions', { lesson: rows[0].lessonId }, { key: `send-captions/${rows[0].lessonId}` })
      return true
    })
  }

  /** It will not come any more. The film that was there before stays; where there was none, nothing does. */
  async abandon(guid: string) {
    await together(async () => {
      await Video.destroy({ where: { incomingGuid: guid, guid: null } })
      await Video.update({ incomingGuid: null }, { where: { incomingGuid: guid } })
    })
  }

  /** After a day nobody waits for it any longer. */
  async giveUp(guid: string) {
    await this.abandon(guid)
    await Video.update({ state: 'failed' }, { where: { guid, state: 'encoding' } })
  }

  async #handOn(lesson: Lesson, film: Readable, now: Date) {
    const guid = await this.begin(lesson, now)
    try {
      await bunny.upload(guid, film)
    } catch (error) {
      await this.abandon(guid)
      throw error
    }
    if (!(await this.arrive(guid, now))) throw new Conflict('Another video was sent to this lesson at the same time.')
  }

  /** Takes the film away from its lesson, and from Bunny. */
  async remove({ id }: Video) {
    await Video.destroy({ where: { id } })
  }
}

export const videoService = new VideoService()

function look(guid: string, since: Date, runAt: Date) {
  return enqueue('follow-video', { guid, since: since.toISOString() }, { key: `follow-video/${guid}`, runAt })
}

/** A third of the time it has taken: at least 3 seconds, at most 10 minutes. */
function pauseAfter(waited: number) {
  return Math.min(Math.max(3 * SECOND, waited / 3), 600 * SECOND)
}
