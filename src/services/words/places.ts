import { Review, SessionReview } from '../../models/index.ts'
import type { Reported } from '../../models/report.ts'

/** Where reviews and comments stand, so that a report of them can say it and lead there. */

/** What has to be read with each of them. Made anew each time: Sequelize writes into what it is given. */
export const placed = {
  review: () => [writer(), { association: 'course', attributes: ['id', 'slug', 'title'] }],
  comment: () => [writer(), lessonWith()],
  sessionReview: () => [writer(), { association: 'subject', attributes: ['id', 'name', 'slug'] }],
}

function writer() {
  return { association: 'writer', attributes: ['id', 'name'] }
}

/** The lesson of a comment with its course, and with what else has to be known of that. */
export function lessonWith(include: object[] = []) {
  const course = { association: 'course', attributes: ['id', 'slug', 'title', 'authorId', 'status'], include }
  return { association: 'lesson', attributes: ['id', 'title'], include: [course] }
}

/**
 * What it is, what to call it and the field of a report that names it, what it is about, and where it stands for a reader.
 * What a mentor says stands on the page of the session alone, which our staff have their own of.
 */
export function placeOf(words: Reported, reader: 'member' | 'staff' = 'member') {
  if (words instanceof SessionReview) {
    const field = 'session_review'
    if (words.side === 'mentor') {
      const mentee = words.subject?.name ?? 'a mentee'
      const [title, path] = reader === 'staff' ? [mentee, '/staff/sessions/'] : ['Your session', '/sessions/']
      return { kind: 'review' as const, field, title, path: path + words.bookingId }
    }
    const { name = 'a mentor', slug } = words.subject ?? {}
    const path = slug ? `/mentors/${slug}#review-${words.id}` : '/mentors'
    return { kind: 'review' as const, field, title: name, path }
  }
  if (words instanceof Review) {
    const { slug, title } = words.course!
    const path = `/courses/${slug}/reviews?at=${words.id}#review-${words.id}`
    return { kind: 'review' as const, field: 'review', title, path }
  }
  const { id, title, course } = words.lesson!
  const path = `/learn/${course!.slug}/${id}/comments/${words.id}`
  return { kind: 'comment' as const, field: 'comment', title, path }
}
