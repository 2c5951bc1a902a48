import { Op } from 'sequelize'
import { NotFound } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { Comment, Report, Review, SessionReview, type User } from '../../models/index.ts'
import type { Reported, ReportReason } from '../../models/report.ts'
import { lessonWith, placed } from './places.ts'

type Target = { review?: string; comment?: string; session_review?: string }

/** What a member says should not stand where it stands. */
export class ReportService {
  /** The review or the comment that somebody may read, and so may report. Throws NotFound. */
  async wordsFor(reader: User, { review, comment, session_review: ofSession }: Target): Promise<Reported> {
    if (review) return find(Review, { id: review, removedAt: null }, { include: placed.review() })
    if (ofSession) {
      const read = [{ side: 'mentee' as const }, { subjectId: reader.id }] // of a mentee nobody else reads
      const readable = { [Op.or]: read, publishedAt: { [Op.ne]: null }, removedAt: null }
      return find(SessionReview, { id: ofSession, ...readable }, { include: placed.sessionReview() })
    }

    const places = { association: 'enrolments', where: { learnerId: reader.id, revokedAt: null }, required: false }
    const include = [{ association: 'writer', attributes: ['id', 'name'] }, lessonWith([places])]
    const found = await find(Comment, { id: comment ?? [], deletedAt: null, removedAt: null }, { include })
    const { course } = found.lesson!
    if (!course!.isOpenTo(reader, course!.enrolments![0])) throw new NotFound('comment')
    return found
  }

  /** What they said of these words before: one report a person is enough. */
  before(reporter: User, words: Reported) {
    return Report.findOne({ where: { reporterId: reporter.id, ...targetOf(words) } })
  }

  async report(reporter: User, words: Reported, said: { reason: ReportReason; words: string | null }, now: Date) {
    const report = { reporterId: reporter.id, ...targetOf(words), ...said, createdAt: now }
    await Report.bulkCreate([report], { ignoreDuplicates: true })
  }
}

export const reportService = new ReportService()

function targetOf(words: Reported) {
  if (words instanceof SessionReview) return { sessionReviewId: words.id }
  return words instanceof Review ? { reviewId: words.id } : { commentId: words.id }
}
