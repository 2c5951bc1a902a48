import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { Certificate, Enrolment, LessonNote, LessonProgress, WishlistItem } from '../src/models/index.ts'
import type { Taught } from './courses.ts'
import { daysBefore } from './days.ts'
import { learners } from './learners.ts'
import { note, taken, wishes } from './learning/maya.ts'
import { reviews } from './learning/reviews.ts'
import type { Cast } from './people.ts'

/** Somebody learns in a course between two days, and has done a share of its lessons. */
export type Stay = { id: string; who: string; course: Taught; from: number; to: number; share: number }

/** Who takes which course, and how far they are: much for those who wrote a review, a little or all for the others. */
export async function seedLearning(courses: Taught[], cast: Cast, now: Date): Promise<Stay[]> {
  const stays = [...staysOfMaya(courses), ...staysOfOthers(courses, cast)]

  await Enrolment.bulkCreate(
    stays.map(({ id, who, course, from, to, share }) => ({
      ...{ id, learnerId: cast.id(who), courseId: course.id, source: course.euros ? 'order' : 'free' },
      ...{ createdAt: daysBefore(now, from), finishedAt: share === 1 ? daysBefore(now, to) : null },
    })),
  )
  await LessonProgress.bulkCreate(stays.flatMap((stay) => progress(stay, cast, now)))
  await Certificate.bulkCreate(
    stays
      .filter(({ share }) => share === 1)
      .map(({ id, who, to }) => ({
        ...{ enrolmentId: id, learnerId: cast.id(who), code: randomBytes(10).toString('hex') },
        ...{ showsName: who === 'maya', issuedAt: daysBefore(now, to) },
      })),
  )
  await seedNotes(courses, cast, now)
  return stays
}

function staysOfMaya(courses: Taught[]): Stay[] {
  return taken.map(({ slug, ...stay }) => ({ id: v7(), who: 'maya', course: courseOf(courses, slug), ...stay }))
}

/** The same ones whenever it is called: a share of the learners in each course, and everybody who wrote about it. */
function staysOfOthers(courses: Taught[], cast: Cast): Stay[] {
  const people = ['chiamaka', 'luis', ...learners.map(({ email }) => email.split('@')[0]!)]
  return people.flatMap((who, p) =>
    courses.flatMap((course, c): Stay[] => {
      const review = reviews.find(({ slug, by }) => slug === course.slug && by === who)
      const earliest = Math.min(cast.days(who), course.days)
      const latest = review?.ago ?? course.closed ?? 0
      const comes = review || ((p * 7 + c * 5) % 11 < 3 && !course.isDraft && earliest > latest + 1)
      if (!comes) return []

      const from = earliest - ((earliest - latest) * (1 + ((p + c) % 5))) / 10
      const to = review ? latest + 0.1 : from * 0.3
      const share = (1 + ((p * 37 + c * 53) % 10)) / 10
      return [{ id: v7(), who, course, from, to, share: review ? Math.max(share, 0.6) : share }]
    }),
  )
}

/** The lessons that are done, evenly over the days, and half of the video that comes next. */
function progress({ who, course, from, to, share }: Stay, cast: Cast, now: Date) {
  const done = Math.floor(share * course.outline.length)
  return course.outline.slice(0, done + 1).flatMap((lesson, n) => {
    const seconds = 'seconds' in lesson ? lesson.seconds : 0
    if (n === done && !seconds) return []

    const beatAt = daysBefore(now, from - ((from - to) * (n + 1)) / Math.max(done, 1))
    const position = n < done ? seconds : Math.ceil(seconds * 0.45)
    const completed = { completedAt: beatAt, completedHow: seconds ? 'watched' : 'marked' } as const
    return [
      {
        ...{ learnerId: cast.id(who), lessonId: lesson.id, position, watched: position ? `{[0,${position})}` : '{}' },
        ...(n < done ? { beatAt, ...completed } : { beatAt: daysBefore(now, to) }),
      },
    ]
  })
}

/** What only Maya sees: her note, and what she wishes for. */
async function seedNotes(courses: Taught[], cast: Cast, now: Date) {
  const memberId = cast.id('maya')
  const lesson = courses.flatMap(({ outline }) => outline).find(({ title }) => title === note.under)!
  await LessonNote.create({ learnerId: memberId, lessonId: lesson.id, body: note.body, updatedAt: daysBefore(now, 14) })
  await WishlistItem.bulkCreate(
    wishes.map(({ slug, euros, ago }) => ({
      ...{ memberId, courseId: courseOf(courses, slug).id, currency: 'EUR' },
      ...{ priceSeenMinor: euros * 100, createdAt: daysBefore(now, ago) },
    })),
  )
}

export function courseOf(courses: Taught[], slug: string) {
  return courses.find((course) => course.slug === slug)!
}
