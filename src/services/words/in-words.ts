import { shortName } from '../../lib/short-name.ts'
import type { ReportReason } from '../../models/report.ts'
import type { User } from '../../models/user.ts'

/** How reviews, comments and reports are spoken of, on pages and in letters. */

export const reasons: Record<ReportReason, string> = {
  abuse: 'It insults or threatens somebody',
  spam: 'It advertises something',
  private: 'It tells something private about somebody',
  illegal: 'It is against the law',
  'off topic': 'It has nothing to do with the course',
}

export const decisions = { open: 'Waiting for us', upheld: 'Taken down', dismissed: 'Left as it is' } as const

/** Who wrote something, as everyone may read it. */
export function signed(writer?: Pick<User, 'name'> | null) {
  return writer ? shortName(writer.name) : 'Former member'
}

/** A ticket that asks us to think again, filled in so far. The number is how our staff find it. */
export function appealPath(what: 'review' | 'comment', id: string) {
  const about = `my ${what} that was taken down (${id})`
  return `/support/new?${new URLSearchParams({ category: 'report', subject: `Appeal about a ${what}`, about })}`
}

/** "1 comment", "3 comments". */
export function counted(number: number, one: string) {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : `${one}s`}`
}
