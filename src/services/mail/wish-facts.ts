import { config } from '../../config.ts'
import { type Mail, TimeWish, User } from '../../models/index.ts'
import { timeForReader } from '../mentoring/session-in-words.ts'
import { shortestTimesOf } from '../mentoring/time-wishes.ts'
import { pathToTime } from '../mentoring/week-of-times.ts'
import { fitting } from '../mentoring/wished-times.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'

/**
 * Up to three times that somebody waited for. Where none is left by now there is no letter, and they wait on: they would
 * not hear of the next one else.
 */
export async function wishFacts(mail: Mail, now: Date) {
  const wish = await TimeWish.findByPk(mail.aboutId ?? undefined, {
    include: { association: 'profile', include: ['mentor'] },
  })
  const member = wish && (await User.findByPk(wish.memberId))
  const mentor = wish?.profile?.mentor
  if (!member || member.suspendedAt || member.isLeaving || !wish.toldAt || !mentor) return undefined

  const same = { profileId: wish.profileId, memberId: member.id, toldAt: wish.toldAt }
  const free = mentor.hasPublicProfile ? await shortestTimesOf(mentor, now) : undefined
  const times = fitting(free ?? [], await TimeWish.findAll({ where: same }), member.timeZone)
  if (times.length === 0) {
    await TimeWish.update({ toldAt: null }, { where: same })
    return undefined
  }

  const [reader] = await disclose('mail', mail.template, member.id, pick(member, 'email', 'timeZone'))
  const [known] = await disclose('mail', mail.template, mentor.id, pick(mentor, 'name', 'slug', 'timeZone'))
  const opened = times.map((time) => ({
    words: timeForReader(time, reader.timeZone, known.timeZone),
    link: config.baseUrl + pathToTime(known.slug!, time, reader.timeZone),
  }))
  return { to: reader.email, name: known.name, times: opened, link: `${config.baseUrl}/mentors/${known.slug}` }
}
