import { Readable } from 'node:stream'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { NotFound } from '../../../src/errors.ts'
import { BunnyFailed, bunny } from '../../../src/gateways/bunny.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { sql } from '../../../src/lib/sql.ts'
import { Alarm, Video } from '../../../src/models/index.ts'
import { videoService } from '../../../src/services/teaching/video-service.ts'
import { film, openBunny } from '../../support/bunny.ts'
import { createLesson, createVideo } from '../../support/course-factories.ts'

const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const DAY = 24 * 60

describe('A video that a browser sends straight to Bunny', () => {
  const library = openBunny()

  it('goes again when it has not come within a day, and leaves the one before where it is', async () => {
    const lesson = await createLesson({ kind: 'video' })
    const guid = await videoService.begin(lesson, now)
    expect(await looks()).to.deep.equal([{ guid, at: later(DAY) }])
    await videoService.follow(guid, now, later(DAY))
    await drainQueue()
    expect([await Video.count(), library.get(guid)]).to.deep.equal([0, undefined])

    const video = await createVideo({ lessonId: lesson.id })
    const second = await videoService.begin(lesson, now)
    await videoService.follow(second, now, later(DAY))
    expect(await video.reload()).to.include({ state: 'ready', incomingGuid: null })
  })

  it('leaves nothing there when its lesson went away at that moment', async () => {
    const lesson = await createLesson({ kind: 'video' })
    const before = library.size()
    await lesson.destroy()

    expect(await videoService.begin(lesson, now).catch((error) => error)).to.be.instanceOf(NotFound)
    expect([library.size(), await looks()]).to.deep.equal([before, []])
  })

  it('is taken for arrived when Bunny has it, though the browser never said so', async () => {
    const guid = await videoService.begin(await createLesson({ kind: 'video' }), now)
    await bunny.upload(guid, Readable.from([await film()]))

    await videoService.follow(guid, now, later(DAY - 1))
    expect(await Video.findOne()).to.include({ guid, incomingGuid: null, state: 'encoding' })
  })
})

describe('A video that Bunny prepares', () => {
  openBunny()

  it('is looked for with growing pauses, from three seconds on', async () => {
    const { guid } = await encoding()
    const seen = []
    for (const waited of [0, 0.5]) {
      await videoService.follow(guid!, now, later(waited))
      seen.push((await looks())[0]!.at)
    }
    expect(seen).to.deep.equal([later(0.05), later(0.5 + 1 / 6)])
  })

  it('that is no film has failed', async () => {
    const video = await encoding(Buffer.from('nothing of the kind'))
    for (let look = 0; look < 3; look++) await videoService.follow(video.guid!, now, now)
    expect((await video.reload()).state).to.equal('failed')
  })

  it('for more than a day is given up, and our staff hear of it', async () => {
    const video = await encoding()
    await videoService.follow(video.guid!, now, later(DAY))
    expect((await video.reload()).state).to.equal('failed')
    expect(await Alarm.findOne()).to.include({ kind: 'task given up', detail: `follow-video, ${video.guid}` })
  })

  it('is deleted there after its row, tried again while Bunny does not answer', async () => {
    const video = await encoding()
    const { apiBase } = config.bunny
    await video.destroy()
    config.bunny.apiBase = 'http://127.0.0.1:1'
    await drainQueue()
    expect(await codeOf(bunny.create('x'))).to.match(/^(ECONNREFUSED|TypeError)$/)
    config.bunny.apiBase = apiBase

    const { rows } = await sql(`select attempts from graphile_worker.jobs where task_identifier = 'remove-video'`)
    expect(rows).to.deep.equal([{ attempts: 1 }])
    await sql('update graphile_worker._private_jobs set run_at = now()')
    await drainQueue()
    expect(await codeOf(bunny.state(video.guid!))).to.equal('404')
  })
})

async function encoding(content?: Buffer) {
  const guid = await videoService.begin(await createLesson({ kind: 'video' }), now)
  await bunny.upload(guid, Readable.from([content ?? (await film())]))
  await videoService.arrive(guid, now)
  return Video.findOne({ where: { guid }, rejectOnEmpty: true })
}

async function looks() {
  const { rows } = await sql<{ guid: string; at: Date }>(
    `select payload->>'guid' as guid, run_at as at from graphile_worker._private_jobs as jobs
     join graphile_worker._private_tasks as tasks on tasks.id = task_id where tasks.identifier = 'follow-video'`,
  )
  return rows
}

async function codeOf(work: Promise<unknown>) {
  const error = await work.catch((error) => error)
  expect(error).to.be.instanceOf(BunnyFailed)
  return (error as BunnyFailed).original.code
}
