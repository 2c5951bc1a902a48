import { sql } from '../../src/lib/sql.ts'
import { Comment, Course, Enrolment, Lesson, LessonProgress, User } from '../../src/models/index.ts'
import { createUser } from '../support/factories.ts'
import { fillCatalogue, WELL_KNOWN } from './support/catalogue.ts'
import { startChild } from './support/child.ts'
import { inTurns, load, type Measured } from './support/measure.ts'
import { compare, page, type Recorded, type Sides } from './support/page.ts'
import { sidOf, signIn, signInBeside, tokenOn } from './support/sign-in.ts'

/** Enough to search by: a subject, of which there are four hundred courses and sixteen kinds of mention. */
const SEARCH = '/courses?q=basket+weaving'

/** A player may report so often a minute, which one learner alone would exceed. */
const LEARNERS_AT_ONCE = 6000

/** The pages of courses as people get them, of 10,000 courses with 200,000 reviews; and what a player reports. */
export async function benchmark(): Promise<Measured[]> {
  await fillCatalogue()
  const app = await startChild(`${import.meta.dirname}/support/app-process.ts`)
  const floor = await startChild(`${import.meta.dirname}/support/floor-process.ts`)
  const sides = { app, floor }

  try {
    const { course, lesson, learner } = await classroom()
    const cookie = await signIn(app, learner.email)
    const desk = `/learn/${course.slug}/${lesson.id}`
    return [
      ...(await page('list of courses', '/courses', sides)),
      ...(await page('search', SEARCH, sides)),
      await searchBesideList(sides),
      ...(await page('a course', `/courses/${course.slug}`, sides)),
      ...(await page('player, signed in', desk, sides, cookie)),
      ...(await beats(desk, learner, lesson, sides, cookie)),
    ]
  } finally {
    await app.stop()
    await floor.stop()
  }
}

/** Somebody in the middle of a course, under whose lesson others talk. */
async function classroom() {
  const learner = await createUser()
  const course = (await Course.findOne({ where: { slug: `course-${WELL_KNOWN}` } }))!
  const lesson = (await Lesson.findOne({ where: { courseId: course.id, kind: 'video' }, order: ['id'] }))!
  await Enrolment.create({ learnerId: learner.id, courseId: course.id })
  await LessonProgress.create({ learnerId: learner.id, lessonId: lesson.id, position: 120, watched: '{[0,120)}' })
  const writers = await User.findAll({ where: { role: 'mentee' }, limit: 10 })
  await Comment.bulkCreate(
    writers.map(({ id }) => ({ lessonId: lesson.id, writerId: id, body: 'How long did it take you?' })),
  )
  return { course, lesson, learner }
}

/** Not against a floor but against ourselves: what searching costs beside looking. */
async function searchBesideList({ app: { origin } }: Sides): Promise<Measured> {
  const [found, all] = await inTurns(
    3,
    [() => load(origin + SEARCH), () => load(`${origin}/courses`)],
    ({ p99 }) => p99,
  )
  const what = `search (${SEARCH}) beside the list: 99th percentile, ms`
  return {
    what,
    ours: String(found.p99),
    floor: String(all.p99),
    ratio: found.p99 / all.p99,
    reach: 3,
    lowerIsBetter: true,
  }
}

/** The floor sends the same statements, with each learner's session and id in the place of the one that was recorded. */
async function beats(desk: string, learner: User, lesson: Lesson, { app, floor }: Sides, cookie: string) {
  const others = await othersInClass(lesson)
  const sessions = await signInBeside(cookie, others)
  const { html } = await app.ask<Recorded>({ page: desk, cookie })
  const body = new URLSearchParams({ _csrf: tokenOn(html), position: '135', ranges: '120-135' }).toString()
  const path = `${desk}/progress`
  const { status, statements } = await app.ask<Recorded>({ page: path, cookie, body })
  if (status !== 303) throw new Error(`${path} answered ${status}`)
  const people = others.map((id, n) => ({ [learner.id]: id, [sidOf(cookie)]: sessions[n]!.sid }))
  const bare = await floor.ask<{ path: string }>({ statements, people, goesTo: desk })

  const posted = { body, cookies: sessions.map((session) => session.cookie), status: 303 }
  return compare('a progress beat (POST)', app, statements.length, [
    (seconds) => load(app.origin + path, { ...posted, origin: app.origin, seconds }),
    (seconds) => load(floor.origin + bare.path, { ...posted, seconds }),
  ])
}

/** Others with a place in the course, each a little into the lesson. */
async function othersInClass({ id, courseId }: Lesson) {
  const { rows } = await sql<{ id: string }>(
    `select id from users where role = 'mentee' and id not in (select learner_id from enrolments where course_id = $courseId)
     order by id limit ${LEARNERS_AT_ONCE}`,
    { courseId },
  )
  const learners = rows.map((row) => row.id)
  await Enrolment.bulkCreate(learners.map((learnerId) => ({ learnerId, courseId })))
  await LessonProgress.bulkCreate(
    learners.map((learnerId) => ({ learnerId, lessonId: id, position: 120, watched: '{[0,120)}' })),
  )
  await sql('vacuum analyze')
  return learners
}
