import { v7 } from 'uuid'
import { Comment, Report, Review, ReviewVersion } from '../src/models/index.ts'
import type { Taught } from './courses.ts'
import { daysBefore } from './days.ts'
import { type CommentSeed, discussions, reports } from './learning/discussions.ts'
import { reviews } from './learning/reviews.ts'
import type { Stay } from './learning.ts'
import type { Cast } from './people.ts'

/** What people said about courses and lessons, what was answered, and what was reported. */
export async function seedWords(courses: Taught[], stays: Stay[], cast: Cast, now: Date) {
  const said = reviews.map((review) => {
    const stay = stays.find(({ who, course }) => who === review.by && course.slug === review.slug)!
    return { ...review, id: v7(), stay }
  })
  await Review.bulkCreate(said.map((review) => reviewRow(review, cast, now)))
  await ReviewVersion.bulkCreate(
    said.flatMap(({ id, by, ago, before }) =>
      before ? [{ reviewId: id, writerId: cast.id(by), ...before, createdAt: daysBefore(now, ago) }] : [],
    ),
  )

  const lessons = new Map(courses.flatMap(({ outline }) => outline).map(({ title, id }) => [title, id]))
  const comments = Object.entries(discussions).flatMap(([title, threads]) => {
    const lessonId = lessons.get(title)!
    return threads.flatMap((thread) => {
      const first = commentRow(thread, lessonId, cast, now)
      return [first, ...(thread.answers ?? []).map((answer) => commentRow(answer, lessonId, cast, now, first.id))]
    })
  })
  await Comment.bulkCreate(comments)

  await Report.bulkCreate(
    reports.map(({ by, ago, reason, words, ...about }) => {
      const report = { reporterId: cast.id(by), reason, words, createdAt: daysBefore(now, ago) }
      if ('review' in about) {
        const { of, writer } = about.review
        return { ...report, reviewId: said.find(({ slug, by }) => slug === of && by === writer)!.id }
      }
      const [writer, under] = [cast.id(about.comment.writer), lessons.get(about.comment.under)]
      return { ...report, commentId: comments.find((row) => row.writerId === writer && row.lessonId === under)!.id }
    }),
  )
}

type Said = (typeof reviews)[number] & { id: string; stay: Stay }

function reviewRow({ id, by, rating, ago, body, answer, before, stay }: Said, cast: Cast, now: Date) {
  const { course } = stay
  return {
    ...{ id, courseId: course.id, enrolmentId: stay.id, writerId: cast.id(by), rating, body },
    ...{ createdAt: daysBefore(now, ago), editedAt: before ? daysBefore(now, ago / 2) : null },
    ...(answer ? { authorId: cast.id(course.by), answer, answeredAt: daysBefore(now, ago * 0.9) } : {}),
  }
}

/** Who deleted theirs is not named in it any more. */
function commentRow({ by, ago, body }: CommentSeed, lessonId: string, cast: Cast, now: Date, parentId?: string) {
  const gone = body === undefined
  return {
    ...{ id: v7(), lessonId, parentId, writerId: by ? cast.id(by) : null, body: body ?? null },
    ...{ createdAt: daysBefore(now, ago), deletedAt: gone ? daysBefore(now, ago - 1) : null },
  }
}
