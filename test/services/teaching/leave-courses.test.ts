import { expect } from 'chai'
import { files } from '../../../src/gateways/files.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Course, type Enrolment, Lesson, LessonFile } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { obligationsOf } from '../../../src/services/privacy/erasure/leaving.ts'
import { createCourse, createLesson, createLessonFile, createSection } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment } from '../../support/learning-factories.ts'

const due = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: due }
const mentor = () => createUser({ role: 'mentor', name: 'Tomáš Řehák', ...leaving })

/** With a lesson whose file is in storage. */
async function courseOf(authorId: string, overrides: Partial<Course> = {}) {
  const course = await createCourse({ authorId, ...overrides })
  const section = await createSection({ courseId: course.id })
  const lesson = await createLesson({ sectionId: section.id, kind: 'file', body: 'Ask Tomáš Řehák for wood.' })
  const { storageKey } = await createLessonFile({ lessonId: lesson.id, storageKey: files.newKey() })
  await files.put(storageKey, Buffer.from('abc'))
  return { course, lesson, storageKey }
}

async function leave(author: Awaited<ReturnType<typeof mentor>>) {
  await new ErasureService().erase(author, due)
  await drainQueue()
}

describe('The courses of a mentor who leaves', () => {
  it('are deleted where nobody took them, with what they have in storage (P24)', async () => {
    const tomas = await mentor()
    const { storageKey } = await courseOf(tomas.id)
    await courseOf(tomas.id, { status: 'draft' })

    await leave(tomas)

    expect([await Course.count(), await Lesson.count(), await LessonFile.count()]).to.deep.equal([0, 0, 0])
    expect(await files.exists(storageKey)).to.equal(false)
  })

  it('stay with who took them: closed, with lessons and files, without the name of their author (P24)', async () => {
    const tomas = await mentor()
    const { course, lesson, storageKey } = await courseOf(tomas.id, {
      title: 'Joints with Tomáš Řehák',
      slug: 'joints-with-tomas-rehak',
    })
    await createEnrolment({ courseId: course.id })

    await leave(tomas)

    expect(await course.reload()).to.deep.include({ authorId: null, status: 'closed', closedAt: due })
    expect(course.title).not.to.contain('Řehák')
    expect(course.slug).to.match(/^course-[0-9a-f]{12}$/)
    expect(await lesson.reload()).to.include({ authorId: null, archivedAt: null })
    expect(lesson.body).to.contain('for wood').and.not.contain('Řehák')
    expect(await files.exists(storageKey)).to.equal(true)
  })

  it('go with the last who took them, and take along what they have in storage', async () => {
    const tomas = await mentor()
    const { course, storageKey } = await courseOf(tomas.id)
    const places: Enrolment[] = []
    for (let n = 0; n < 2; n++) places.push(await createEnrolment({ courseId: course.id }))
    await leave(tomas)

    await places[0]!.destroy()
    expect(await Course.count()).to.equal(1)
    await places[1]!.destroy()
    await drainQueue()

    expect(await Course.count()).to.equal(0)
    expect(await files.exists(storageKey)).to.equal(false)
  })

  it('are spoken of before their author decides, with no number about fewer than five (P09)', async () => {
    const tomas = await mentor()
    await createCourse({ authorId: tomas.id, status: 'draft' })
    expect(await obligationsOf(tomas)).to.deep.equal([])

    const course = await createCourse({ authorId: tomas.id })
    expect(String(await obligationsOf(tomas))).to.contain('nobody takes it')
    await createEnrolment({ courseId: course.id })
    expect(String(await obligationsOf(tomas)))
      .to.contain('fewer than 5 learners')
      .and.contain('without your name')
  })
})
