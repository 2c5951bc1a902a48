import { Op } from 'sequelize'
import { sequelize } from '../../../db/sequelize.ts'
import { Forbidden } from '../../../errors.ts'
import { Course, Export, Session, Ticket, type User } from '../../../models/index.ts'
import { post } from '../../mail/post.ts'
import { sessionsAheadOf } from '../../mentoring/leave-sessions.ts'
import { owedInWords } from '../../shop/earnings/leave-earnings.ts'
import { people } from '../../teaching/in-words.ts'

const staffStay = 'Staff accounts are let go by an admin, who first takes the role away. Please ask one of them.'

/** What a leaver still has under way, so that they can end it in their own way first. */
export async function obligationsOf(user: User) {
  const { id } = user
  const [tickets, packing, courses, sessions, owed] = await Promise.all([
    Ticket.count({ where: { requesterId: id, status: { [Op.ne]: 'resolved' } } }),
    Export.count({ where: { userId: id, status: ['waiting', 'packing', 'ready'] } }),
    Course.findAll({ attributes: ['learnersCount'], where: { authorId: id, status: ['published', 'closed'] } }),
    sessionsAheadOf(user, new Date()),
    owedInWords(user),
  ])
  return [
    ...(tickets > 0
      ? [`You have ${tickets === 1 ? 'an open ticket' : `${tickets} open tickets`}, closed on that day.`]
      : []),
    ...(packing > 0 ? ['Your export can be fetched until that day, and is deleted with the rest.'] : []),
    ...(courses.length > 0 ? [teaching(courses)] : []),
    ...(sessions > 0
      ? [
          `You have ${sessions === 1 ? 'a session' : `${sessions} sessions`} ahead. What is left is cancelled on that day, and the others are told.`,
        ]
      : []),
    ...owed,
  ]
}

/** With no number that could tell of somebody (P09). */
function teaching(courses: Course[]) {
  const learners = courses.reduce((sum, { learnersCount }) => sum + learnersCount, 0)
  const [what, them] = courses.length === 1 ? ['a course', 'it'] : [`${courses.length} courses`, 'them']
  if (learners === 0) return `You offer ${what}, and nobody takes ${them}. On that day nobody new can.`
  return `You offer ${what}, with ${people(learners)} learners. They keep ${them}, without your name, and nobody new can take ${them} from that day on.`
}

/**
 * Hides an account and signs it out everywhere; its person has 14 days to think again (P24). The letter goes to the
 * address the account has now.
 *
 * @throws Forbidden for one of our staff
 */
export function askToLeave(user: User, contributions: User['contributions'], now: Date) {
  if (user.isStaff) throw new Forbidden(staffStay)

  return sequelize.transaction(async () => {
    await user.askForErasure(now, contributions)
    await Session.endAllOf(user.id)
    await post('deletion-asked', { userId: user.id })
  })
}

/** Everything is as it was. */
export function stay(user: User) {
  return sequelize.transaction(async () => {
    await user.reload({ lock: true })
    if (!user.isLeaving) return
    await user.keepAccount()
    await post('deletion-cancelled', { userId: user.id })
  })
}
