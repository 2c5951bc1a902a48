import { expect } from 'chai'
import { bunny } from '../../../src/gateways/bunny.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Disclosure } from '../../../src/models/index.ts'
import { openBunny } from '../../support/bunny.ts'
import { createCourse, createLesson, createVideo } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const captions = 'WEBVTT\n\n00:01.000 --> 00:02.000\nPut the saw down.\n\n00:02.000 --> 00:04.000\nNow forward.'

describe('POST /teach/:course/lessons/:lesson/video/captions', () => {
  const library = openBunny()

  it('keeps them, makes a transcript of them where there is none, and has Bunny show them (P12)', async () => {
    const { save, lesson, guid } = await author()
    const file = [{ name: 'cut.vtt', bytes: Buffer.from(captions) }]

    expect((await save({}, { captions_file: file })).status).to.equal(303)
    await drainQueue()
    expect(await lesson.reload()).to.include({ captions, transcript: 'Put the saw down. Now forward.' })
    expect(library.get(guid)?.captions).to.equal(captions)
    expect(await Disclosure.findOne()).to.deep.include({ userId: lesson.authorId, fields: ['lessons.captions'] })
  })

  it('leaves a transcript that somebody typed, and takes captions away again, at Bunny too', async () => {
    const { save, lesson, guid } = await author()
    await lesson.update({ transcript: 'What I say.' })
    await save({ captions })
    await drainQueue()
    await save({ without: 'on' })
    await drainQueue()

    expect(await lesson.reload()).to.include({ captions: null, transcript: 'What I say.' })
    expect(library.get(guid)?.captions).to.equal(null)
  })

  it('says what is wrong with them', async () => {
    const { save, lesson } = await author()
    const told = async (...sent: Parameters<typeof save>) => {
      const answer = await save(...sent)
      expect(answer.status).to.equal(422)
      return html(answer)('.error-summary a[href="#captions"]').text()
    }

    expect(await told({})).to.contain('Choose a file')
    expect(await told({ captions: 'Put the saw down.' })).to.contain('This is not WebVTT')
    expect(await told({ captions: captions.replace('forward', '4111 1111 1111 1111') })).to.contain('card number')
    const picture = [{ name: 'cut.vtt', bytes: Buffer.from([0xff, 0xd8, 0, 1]) }]
    expect(await told({}, { captions_file: picture })).to.contain('a character that we cannot keep')
    const long = [{ name: 'cut.vtt', bytes: Buffer.from(`${captions}${'\n'.repeat(400_000)}.`) }]
    expect(await told({}, { captions_file: long })).to.contain('400 kB')
    expect((await lesson.reload()).captions).to.equal(null)
  })
})

async function author() {
  const user = await createUser({ role: 'mentor' })
  const course = await createCourse({ authorId: user.id })
  const lesson = await createLesson({ courseId: course.id, kind: 'video' })
  const guid = await bunny.create(lesson.id)
  await createVideo({ lessonId: lesson.id, guid })
  const tomas = await signedIn(user)
  const page = `/teach/${course.slug}/lessons/${lesson.id}/video`
  type Files = Parameters<typeof tomas.upload>[2]
  const save = (fields: Record<string, string>, files: Files = {}) =>
    tomas.upload(`${page}/captions`, fields, files, page)
  return { lesson, guid, save }
}
