import { literal, Op } from 'sequelize'
import { together } from '../../db/together.ts'
import { Conflict } from '../../errors.ts'
import { sql } from '../../lib/sql.ts'
import { Comment, type Lesson, Report, type User } from '../../models/index.ts'
import { countUnder, threadsUnder } from './threads.ts'

const TEN_MINUTES = 10 * 60 * 1000
const writer = { association: 'writer', attributes: ['id', 'name'] }

/** The discussion of a lesson. */
export class CommentService {
  /** A page of it, and how much there is: 3 statements. */
  async discussion(lesson: Lesson, after?: unknown) {
    const [page, total] = await Promise.all([threadsUnder(lesson, after), countUnder(lesson)])
    return { ...page, total }
  }

  /** One comment and what was answered to it, beginning with a certain answer or behind it. */
  async thread(comment: Comment, after?: unknown) {
    if (!comment.parentId) return { head: comment, ...(await Comment.answersTo(comment, { after })) }
    const head = await Comment.findByPk(comment.parentId, { include: writer, rejectOnEmpty: true })
    return { head, ...(await Comment.answersTo(head, after ? { after } : { at: comment.id })) }
  }

  /**
   * Adds a comment, or an answer to `parent`; an answer to an answer goes to the same comment. Sent twice it is kept
   * once. Undefined when what it answers is gone. Every comment comes in here, so whoever is to hear of one hears here.
   */
  add(lesson: Lesson, writer: User, { body, parent }: { body: string; parent?: string }, now: Date) {
    return together(async () => {
      await sql('select pg_advisory_xact_lock(hashtextextended($who, 0))', { who: writer.id })
      const answered = parent ? await standing({ id: parent, lessonId: lesson.id }) : undefined
      if (parent && !answered) return undefined

      const parentId = answered ? (answered.parentId ?? answered.id) : null
      const comment = { lessonId: lesson.id, writerId: writer.id, parentId, body }
      const recent = { createdAt: { [Op.gt]: new Date(now.getTime() - TEN_MINUTES) } }
      const twin = await Comment.findOne({ where: { ...comment, ...recent, removedAt: null } })
      return twin ?? Comment.create({ ...comment, createdAt: now })
    })
  }

  /** @throws Conflict when it is gone meanwhile */
  async change({ id }: Comment, body: string, now: Date) {
    const [count] = await Comment.update({ body, editedAt: now }, { where: { id, ...inPlace } })
    if (count === 0) throw new Conflict('This comment is gone, so it cannot be changed any more.')
  }

  /**
   * Takes a comment away for its writer. One with answers leaves a gap, which goes with the last of them. What is gone
   * meanwhile, or was taken down, stays as it is.
   */
  remove({ id }: Comment, now: Date) {
    return together(async () => {
      const comment = await standing({ id })
      if (!comment) return
      if (await Comment.count({ where: { parentId: comment.id } })) return leaveGap(comment, now)

      await comment.destroy()
      const lonely = literal('not exists (select from comments as answer where answer.parent_id = comments.id)')
      const gap = { id: comment.parentId ?? [], deletedAt: { [Op.ne]: null } }
      await Comment.destroy({ where: { [Op.and]: [gap, lonely] } })
    })
  }
}

export const commentService = new CommentService()

const inPlace = { deletedAt: null, removedAt: null }

/** What can be read, and cannot go while something is done about it. */
function standing(which: { id: string; lessonId?: string }) {
  return Comment.findOne({ where: { ...which, ...inPlace }, lock: true })
}

/** There is nothing left to be decided about it. */
async function leaveGap(comment: Comment, now: Date) {
  await comment.update({ body: null, writerId: null, deletedAt: now })
  await Report.update({ state: 'dismissed', decidedAt: now }, { where: { commentId: comment.id, state: 'open' } })
}
