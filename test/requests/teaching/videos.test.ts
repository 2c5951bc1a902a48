import { expect } from 'chai'
import { Op } from 'sequelize'
import { config } from '../../../src/config.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Disclosure, type Lesson, Video } from '../../../src/models/index.ts'
import { videoService } from '../../../src/services/teaching/video-service.ts'
import { film, openBunny } from '../../support/bunny.ts'
import { createCourse, createLesson } from '../../support/course-factories.ts'
import { beginningOf, cutOff, field } from '../../support/cut-off.ts'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, signedIn } from '../../support/visitor.ts'

describe('The video of a lesson', () => {
  const library = openBunny()

  it('is sent by a plain form, handed on under an id that tells nothing, and followed until it is ready (P12)', async () => {
    const { tomas, page, send, lesson } = await author()
    const answer = await send(await film())

    expect(answer.headers.location).to.equal(page.replace('/video', ''))
    const video = await theVideo()
    expect(library.get(video.guid!)).to.include({ title: video.id, size: (await film()).length })
    expect(await Disclosure.findOne()).to.include({ userId: lesson.authorId, processor: 'bunny' })

    expect((await tomas.visit(page).set(htmx)).text)
      .to.contain('hx-trigger="every 4s"')
      .and.contain('prepares the video')
    await followed(video.guid!)
    const ready = await tomas.visit(page).set(htmx)
    expect(ready.text).to.contain('The video is ready: 20 s').and.not.contain('hx-trigger')
    expect(await statementsOf(() => tomas.visit(page))).to.have.length.at.most(3)
  })

  it('takes the place of the one before, which goes at Bunny, and goes itself when it is taken away', async () => {
    const { tomas, page, send } = await author()
    await send(await film())
    const old = (await theVideo()).guid!
    await send(await film())
    await drainQueue()

    const { guid } = await theVideo()
    expect([library.get(old), library.get(guid!)?.size]).to.deep.equal([undefined, (await film()).length])
    await tomas.submit(`${page}/removal`, {}, { from: page })
    await drainQueue()
    expect([await Video.count(), library.get(guid!)]).to.deep.equal([0, undefined])
  })

  it('leaves nothing behind, and the one before in its place, when it is cut off in the middle', async () => {
    const { tomas, page, send } = await author()
    const before = library.size()
    const breakOff = async () => {
      const isComing = async () => (await Video.count({ where: { incomingGuid: { [Op.ne]: null } } })) === 1
      await cutOff(tomas, page, (await film()).subarray(0, 50_000), isComing)
      while (await isComing());
      await drainQueue()
    }

    await breakOff()
    expect([await Video.count(), library.size()]).to.deep.equal([0, before])
    await send(await film())
    await breakOff()
    expect([(await theVideo()).state, library.size()]).to.deep.equal(['encoding', before + 1])
  })

  it('is refused with a sentence when it is no film, too large, or not there', async () => {
    const { send } = await author()
    const before = library.size()
    const { mostBytes } = config.bunny
    const told = async (bytes?: Buffer) => {
      const answer = await send(bytes)
      expect(answer.status).to.equal(422)
      return html(answer)('.error-summary a').text()
    }

    expect(await told(Buffer.from('PK\x03\x04 nothing of the kind'))).to.contain('MP4, MOV, WebM')
    expect(await told()).to.equal('Choose a video')
    config.bunny.mostBytes = 100_000
    expect(await told(await film())).to.equal('A video may have 100 kB at most')
    config.bunny.mostBytes = mostBytes
    await drainQueue()
    expect([await Video.count(), library.size()]).to.deep.equal([0, before])
  })

  it('is not read at all without the token before it, nor for anybody but its author', async () => {
    const { tomas, page, token, lesson, course } = await author()
    const before = library.size()
    const file = `${beginningOf('video')}\r\n${'x'.repeat(9000)}\r\n`
    for (const body of [file, file + field('_csrf', await token())]) {
      const post = tomas.agent.post(page).set('Content-Type', 'multipart/form-data; boundary=x')
      expect((await post.send(`${body}--x--\r\n`)).status).to.equal(403)
    }
    const other = await signedIn(await createUser({ role: 'mentor' }))
    const video = [{ name: 'a.webm', bytes: await film() }]
    expect((await other.upload(page, {}, { video }, '/settings/account')).status).to.equal(404)
    await (await signedIn(await createUser())).visit(page).expect(403)
    await tomas.visit(page.replace(lesson.id, (await createLesson({ courseId: course.id })).id)).expect(404)
    expect(library.size()).to.equal(before)
  })

  it('is sent by a script straight to Bunny, which a policy of that page alone allows', async () => {
    const { tomas, page } = await author()
    const begun = await tomas.submit(`${page}/upload`, {}, { from: page })
    const { endpoint, headers, title } = (await tomas.visit(begun.headers.location!)).body
    const shown = await tomas.visit(page)
    expect(shown.headers['content-security-policy']).to.contain(`connect-src 'self' ${config.bunny.apiBase};`)
    expect(html(shown)('#_film').text()).to.contain('A video is being sent')

    const { incomingGuid, id } = await theVideo()
    expect([headers.VideoId, title]).to.deep.equal([incomingGuid, id])
    await sendByTus(endpoint, headers, await film())
    await tomas.submit(`${page}/completion`, {}, { from: page })
    await followed(incomingGuid!)
    expect(await theVideo()).to.include({ guid: incomingGuid, incomingGuid: null, state: 'ready', seconds: 20 })
    await tomas.visit(`${page}/upload`).expect(404)
  })
})

/** A mentor at the page of a video of theirs. */
async function author() {
  const user = await createUser({ role: 'mentor' })
  const course = await createCourse({ authorId: user.id, status: 'draft' })
  const lesson: Lesson = await createLesson({ courseId: course.id, kind: 'video' })
  const tomas = await signedIn(user)
  const page = `/teach/${course.slug}/lessons/${lesson.id}/video`
  const token = async () =>
    String(
      html(await tomas.visit(page))('[name=_csrf]')
        .first()
        .val(),
    )
  const send = (bytes?: Buffer) =>
    tomas.upload(page, {}, { video: bytes ? [{ name: 'My holiday.webm', bytes }] : [] }, page)
  return { tomas, course, lesson, page, send, token }
}

async function followed(guid: string) {
  for (let look = 0; look < 4; look++) await videoService.follow(guid, new Date(), new Date())
}

async function sendByTus(endpoint: string, headers: Record<string, string>, bytes: Buffer) {
  const tus = { ...headers, 'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length), 'Upload-Offset': '0' }
  const made = await fetch(endpoint, { method: 'POST', headers: { ...tus, 'Upload-Metadata': 'filetype dg==' } })
  const address = new URL(made.headers.get('Location')!, endpoint)
  await fetch(address, { method: 'PATCH', headers: tus, body: Uint8Array.from(bytes) })
}

const theVideo = () => Video.findOne({ rejectOnEmpty: true })
