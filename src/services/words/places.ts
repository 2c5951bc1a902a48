import { type Comment, Review } from '../../models/index.ts'

/** Where reviews and comments stand, so that a report of them can say it and lead there. */

/** What has to be read with a review, and with a comment. Made anew each time: Sequelize writes into what it is given. */
export const placed = {
  review: () => [writer(), { association: 'course', attributes: ['id', 'slug', 'title'] }],
  comment: () => [writer(), lessonWith()],
}

function writer() {
  return { association: 'writer', attributes: ['id', 'name'] }
}

/** The lesson of a comment with its course, and with what else has to be known of that. */
export function lessonWith(include: object[] = []) {
  const course = { association: 'course', attributes: ['id', 'slug', 'title', 'authorId', 'status'], include }
  return { association: 'lesson', attributes: ['id', 'title'], include: [course] }
}

export function placeOf(words: Review | Comment) {
  if (words instanceof Review) {
    const { slug, title } = words.course!
    return { kind: 'review' as const, title, path: `/courses/${slug}/reviews?at=${words.id}#review-${words.id}` }
  }
  const { id, title, course } = words.lesson!
  return { kind: 'comment' as const, title, path: `/learn/${course!.slug}/${id}/comments/${words.id}` }
}
