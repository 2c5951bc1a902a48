import { together } from '../../db/together.ts'
import { Comment, Report, Review, SessionReview, StaffAction, type User } from '../../models/index.ts'
import type { Reported, ReportReason } from '../../models/report.ts'
import { post } from '../mail/post.ts'
import { reasons } from './in-words.ts'

type Decision = { decision: 'uphold' | 'dismiss'; reason: ReportReason; note: string | null }

/** What becomes of reported words. Each decision leaves a line that their writer can read; reporters are named to nobody. */
export class ModerationService {
  /**
   * Takes the words down or leaves them, and closes every open report on them. Their writer gets a letter with the rule.
   * False, and nothing done, when somebody has decided before.
   */
  decide(report: Report, staff: User, { decision, reason, note }: Decision, now: Date) {
    return this.alone(report, async (words) => {
      const { isOpen } = await report.reload({ include: [] })
      if (!isOpen) return false

      const upheld = decision === 'uphold'
      await close(report, 'open', upheld ? 'upheld' : 'dismissed', staff, now)
      if (!upheld) return record(words, staff, ['left', 'as it is'], ['Reported, and breaks no rule', note], now)

      if (!words.removedAt) await mark(words, { removedAt: now, removedBecause: reason })
      if (words.writerId) await post('words-removed', { userId: words.writerId, aboutId: report.id })
      return record(words, staff, ['took', 'down'], [reasons[reason], note], now)
    })
  }

  /** Puts back what was taken down, after an appeal. False when it stands there already. */
  restore(report: Report, staff: User, note: string | null, now: Date) {
    return this.alone(report, async (words) => {
      if (!words.removedAt) return false
      await mark(words, { removedAt: null, removedBecause: null })
      await close(report, 'upheld', 'dismissed', staff, now)
      return record(words, staff, ['put', 'back'], ['After an appeal', note], now)
    })
  }

  /** Two of us who decide on the same words do so one after the other. */
  private alone(report: Report, work: (words: Reported) => Promise<boolean>) {
    return together(async () => {
      const words = await lockedWordsOf(report)
      return words ? work(words) : false
    })
  }
}

export const moderationService = new ModerationService()

function lockedWordsOf({ reviewId, commentId, sessionReviewId }: Report): Promise<Reported | null> {
  if (reviewId) return Review.findByPk(reviewId, { lock: true })
  return commentId
    ? Comment.findByPk(commentId, { lock: true })
    : SessionReview.findByPk(sessionReviewId!, { lock: true })
}

/** All of them keep it alike. */
function mark(words: Reported, removed: Pick<Review, 'removedAt' | 'removedBecause'>) {
  return (words as Review).update(removed)
}

function close({ target }: Report, from: Report['state'], state: Report['state'], staff: User, now: Date) {
  return Report.update({ state, decidedBy: staff.id, decidedAt: now }, { where: { ...target, state: from } })
}

async function record(words: Reported, staff: User, did: string[], why: (string | null)[], now: Date) {
  const action = did.join(words instanceof Comment ? ' a comment ' : ' a review ')
  const reason = why.filter(Boolean).join(': ')
  await StaffAction.create({ staffId: staff.id, aboutId: words.writerId, action, reason, createdAt: now })
  return true
}
