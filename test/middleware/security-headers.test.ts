import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { createCourse, createLesson, createVideo } from '../support/course-factories.ts'
import { createUser } from '../support/factories.ts'
import { createEnrolment } from '../support/learning-factories.ts'
import { signedIn, type Visitor } from '../support/visitor.ts'

describe('The policy of a page', () => {
  it('lets the player of a lesson into a frame, and nobody else in (P05, P12)', async () => {
    const maya = await createUser()
    const course = await createCourse()
    const lesson = await createLesson({ courseId: course.id, kind: 'video' })
    await createVideo({ lessonId: lesson.id })
    await createEnrolment({ courseId: course.id, learnerId: maya.id })
    const browser = await signedIn(maya)

    expect(await policyOf(browser, `/learn/${course.slug}/${lesson.id}`)).to.deep.equal([
      ...(await policyOf(browser, `/learn/${course.slug}`)),
      `frame-src ${config.bunny.embedBase}`,
    ])
  })
})

async function policyOf(browser: Visitor, path: string) {
  const { headers } = await browser.visit(path).expect(200)
  return headers['content-security-policy']!.split(';')
}
