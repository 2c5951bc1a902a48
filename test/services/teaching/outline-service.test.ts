import { expect } from 'chai'
import { Conflict } from '../../../src/errors.ts'
import { CourseSection, Lesson } from '../../../src/models/index.ts'
import { outlineService } from '../../../src/services/teaching/outline-service.ts'
import { createCourse, createSection } from '../../support/course-factories.ts'

describe('An outline', () => {
  it('takes 50 sections and 300 lessons, and says so to whoever adds one more', async () => {
    const course = await createCourse()
    const section = await createSection({ courseId: course.id })
    const own = { courseId: course.id, authorId: course.authorId }
    const many = (length: number) => Array.from({ length }, (_, n) => ({ ...own, title: `No. ${n}`, position: n + 1 }))
    await CourseSection.bulkCreate(many(48))
    await Lesson.bulkCreate(many(299).map((lesson) => ({ ...lesson, sectionId: section.id, kind: 'text' as const })))

    const addSection = () => outlineService.addSection(course, 'One more').catch((error) => error)
    const addLesson = () =>
      outlineService.addLesson(section, { title: 'One more', kind: 'text' }).catch((error) => error)
    for (const add of [addSection, addLesson]) {
      expect(await add()).to.include({ title: 'One more' })
      expect(await add()).to.be.instanceOf(Conflict)
    }
  })
})
