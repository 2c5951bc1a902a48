import { bunny } from '../../gateways/bunny.ts'
import { readWebVtt, wordsOf } from '../../lib/webvtt.ts'
import { Lesson } from '../../models/index.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'

/** As many characters as a transcript may have. */
const LONGEST_TRANSCRIPT = 200_000

/**
 * Captions in WebVTT; null takes them away. A trigger has them sent to Bunny. Where nobody has typed a transcript, the
 * words of the captions become it.
 */
export async function captionLesson(lesson: Lesson, captions: string | null) {
  const words = captions && wordsOf(readWebVtt(captions)!).slice(0, LONGEST_TRANSCRIPT)
  await lesson.update({ captions, transcript: lesson.transcript || words || null })
}

/** Lets Bunny's player show the captions that a lesson has now, or none. Throws BunnyFailed. */
export async function sendCaptions(lessonId: string) {
  const lesson = await Lesson.findByPk(lessonId, { include: 'video' })
  const guid = lesson?.video?.guid
  if (!lesson || !guid) return

  const [{ captions }] = await disclose('bunny', 'to show your captions', lesson.authorId, pick(lesson, 'captions'))
  await bunny.sendCaptions(guid, captions)
}
