import { sequelize } from '../../db/sequelize.ts'
import { Conflict } from '../../errors.ts'
import { daysAfter } from '../../lib/due.ts'
import { isTaken } from '../../lib/taken.ts'
import { MentorApplication, MentorProfile, StaffAction, User } from '../../models/index.ts'
import { show } from '../accounts/public-page.ts'
import { post } from '../mail/post.ts'

const DAYS_AFTER_REFUSAL = 30

type Words = Pick<MentorApplication, 'what' | 'why' | 'links'>
type Decision = { decision: 'accepted' | 'returned' | 'refused'; feedback: string | null; sent: string }

/** How members become mentors: by an application that somebody of us has read (P01), never by a switch. */
export class ApplicationService {
  /** The last one of a member, and from when on they may write another. Undefined: at once, or there is one to be answered. */
  async standingOf({ id, role }: User, now: Date) {
    const application = await MentorApplication.findOne({ where: { memberId: id }, order: [['createdAt', 'desc']] })
    const refusedAt = application?.state === 'refused' ? application.decidedAt : null
    const again = refusedAt ? daysAfter(refusedAt, DAYS_AFTER_REFUSAL) : undefined
    return { application, isMentor: role === 'mentor', againAt: again && again > now ? again : undefined }
  }

  /**
   * Sends in an application, or once more the one that was returned. Sent twice it waits once.
   *
   * @throws Conflict for who was refused lately, or is a mentor already
   */
  async submit(member: User, words: Words, now: Date) {
    const { application, isMentor, againAt } = await this.standingOf(member, now)
    if (againAt) throw new Conflict('We have answered you lately. Please give it some time before you apply again.')
    if (isMentor || application?.state === 'accepted') throw new Conflict('You are a mentor already.')
    if (application?.isOpen) return resubmit(application, words, now)
    try {
      await MentorApplication.create({ ...words, memberId: member.id, createdAt: now })
    } catch (error) {
      if (!isTaken(error, 'mentor_applications_one_open')) throw error
    }
  }

  /**
   * Answers an application, with a letter. Accepted, its writer is a mentor: with a page of their own, and listed as soon as
   * there is something to book.
   *
   * @throws Conflict when a colleague was faster, its writer has sent another version, or is leaving
   */
  decide(application: MentorApplication, staff: User, { decision, feedback, sent }: Decision, now: Date) {
    return sequelize.transaction(async () => {
      const { id, memberId } = application
      const [count] = await MentorApplication.update(
        { state: decision, feedback, decidedBy: staff.id, decidedAt: now },
        { where: { id, state: 'waiting', createdAt: new Date(sent) } },
      )
      if (count === 0) throw new Conflict('This application has just changed. Please read it again.')

      if (decision === 'accepted') await makeMentor(memberId, now)
      const reason = feedback ?? 'what the application says'
      const action = `${decision} an application as a mentor`
      await StaffAction.create({ staffId: staff.id, aboutId: memberId, action, reason, createdAt: now })
      await post(`application-${decision}`, { userId: memberId })
    })
  }
}

export const applicationService = new ApplicationService()

/** What waits is with us and stays as it is. */
function resubmit({ id }: MentorApplication, words: Words, now: Date) {
  const again = { ...words, state: 'waiting' as const, decidedBy: null, decidedAt: null, createdAt: now }
  return MentorApplication.update(again, { where: { id, state: 'returned' } })
}

async function makeMentor(id: string, now: Date) {
  const member = await User.findByPk(id, { lock: true, rejectOnEmpty: true })
  if (member.isLeaving || member.suspendedAt || member.isStaff) {
    throw new Conflict('This account is leaving, suspended or one of ours. It cannot become a mentor.')
  }
  await member.update({ role: 'mentor' })
  await show(member, member.shown.length > 0 ? member.shown : ['headline', 'bio', 'skills'])
  await MentorProfile.findOrCreate({
    where: { mentorId: id },
    defaults: { mentorId: id, languages: [member.language], createdAt: now },
  })
}
