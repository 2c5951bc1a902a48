import { expect } from 'chai'
import { Op } from 'sequelize'
import { seedDemoWorld } from '../../seeders/demo-world.ts'
import { sql } from '../../src/lib/sql.ts'
import { topics } from '../../src/models/course.ts'
import { Certificate, Course, Enrolment, Lesson, Report, User, WishlistItem } from '../../src/models/index.ts'
import { progressService } from '../../src/services/learning/progress-service.ts'
import { createUser } from '../support/factories.ts'
import { createEnrolment } from '../support/learning-factories.ts'

describe('The courses of the demo world', () => {
  beforeEach(seedDemoWorld)

  it('are 24 in six topics, one of them a draft and one closed, by several mentors with a page', async () => {
    const courses = await Course.findAll({ include: 'author' })
    const perTopic = topics.map((topic) => courses.filter((course) => course.topic === topic).length)
    const count = (status: string) => courses.filter((course) => course.status === status).length

    expect(perTopic).to.deep.equal([4, 4, 4, 4, 4, 4])
    expect([count('published'), count('draft'), count('closed')]).to.deep.equal([22, 1, 1])
    expect(new Set(courses.map(({ authorId }) => authorId)).size).to.be.above(9)
    expect(courses.filter(({ author }) => !author!.hasPublicProfile)).to.deep.equal([])
    expect(courses.filter(({ isFree, isPublished }) => isFree && isPublished)).to.have.lengthOf.above(5)
    expect(Math.max(...courses.map(({ priceMinor }) => priceMinor))).to.equal(12000)
  })

  it('say what they are, and have chapters and lessons with something in them', async () => {
    const courses = await Course.findAll({
      include: { association: 'sections', include: [{ association: 'lessons', include: ['video', 'files'] }] },
    })

    for (const { title, description, outcomes, sections } of courses) {
      const lessons = sections!.flatMap(({ lessons }) => lessons!)
      const free = lessons.filter(({ isPreview }) => isPreview)
      const empty = lessons.filter(({ kind, body, video, files }) => {
        if (kind === 'video') return video?.state !== 'ready'
        return body.length < 50 || (kind === 'file' && files!.length === 0)
      })
      expect(description.length, title).to.be.above(200)
      expect(outcomes.split('\n').length, title).to.be.within(4, 6)
      expect(sections!.length, title).to.be.within(2, 4)
      expect(lessons.length, title).to.be.within(5, 12)
      expect([free.length, empty.map(({ title }) => title)], title).to.deep.equal([1, []])
    }
  })

  it('happen in a believable order: nobody learns, writes or answers before they could', async () => {
    const { rows } = await sql(`
      select 'taught before they came' as what from courses join users on users.id = author_id
      where courses.created_at < users.created_at
      union all
      select 'enrolled too soon or too late' from enrolments
        join users on users.id = learner_id join courses on courses.id = course_id
      where enrolments.created_at not between greatest(users.created_at, published_at) and coalesce(closed_at, now())
      union all
      select 'learnt before they enrolled' from lesson_progress join lessons on lessons.id = lesson_id
        left join enrolments using (learner_id, course_id) where beat_at >= enrolments.created_at is not true or beat_at > now()
      union all
      select 'reviewed too soon' from reviews left join enrolments on enrolments.id = enrolment_id
      where reviews.created_at >= enrolments.created_at is not true
      union all
      select 'spoke without a place: ' || users.name from comments join users on users.id = writer_id join lessons on lessons.id = lesson_id
        join courses on courses.id = course_id
      where writer_id <> courses.author_id and not exists (select from enrolments
        where learner_id = writer_id and course_id = courses.id and enrolments.created_at <= comments.created_at)`)
    expect(rows).to.deep.equal([])
  })

  it('are finished where every lesson is, and then have a certificate', async () => {
    const { rows } = await sql(`
      select name, title from enrolments join users on users.id = learner_id join courses on courses.id = course_id
      where (finished_at is null) <> exists (select from lessons left join lesson_progress progress
          on progress.lesson_id = lessons.id and progress.learner_id = enrolments.learner_id
        where lessons.course_id = courses.id and completed_at is null)`)

    expect(rows).to.deep.equal([])
    expect(await Certificate.count()).to.equal(await Enrolment.count({ where: { finishedAt: { [Op.ne]: null } } }))
  })

  it('can be finished, every free one of them, by whoever takes them', async () => {
    const learner = await createUser()
    for (const course of await Course.findAll({ where: { status: 'published', priceMinor: 0 } })) {
      const place = await createEnrolment({ learnerId: learner.id, courseId: course.id })
      const lessons = await Lesson.findAll({ where: { courseId: course.id } })
      for (const lesson of lessons) await progressService.mark(place, lesson, new Date())

      expect((await place.reload()).finishedAt, course.title).to.be.a('date')
    }
  })

  it('have Maya among their learners, and something for our staff to look at', async () => {
    const { id } = (await User.findOne({ where: { email: 'maya@example.org' } }))!
    const taken = await Enrolment.findAll({ where: { learnerId: id } })
    const wishes = await WishlistItem.findAll({ where: { memberId: id }, include: 'course' })

    expect(taken.map(({ finishedAt }) => finishedAt !== null).sort()).to.deep.equal([false, false, false, true])
    expect(wishes.some(({ course, priceSeenMinor }) => course!.priceMinor < priceSeenMinor)).to.equal(true)
    expect(await Report.count({ where: { state: 'open' } })).to.equal(2)
    const rated = await Course.findAll({ where: { ratingCount: { [Op.gt]: 0 } } })
    expect(rated.filter(({ meanRating }) => meanRating)).to.have.lengthOf.above(8)
    expect(rated.filter(({ meanRating }) => !meanRating)).to.have.lengthOf.above(3)
  })
})
