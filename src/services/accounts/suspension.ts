import { together } from '../../db/together.ts'
import { Session, StaffAction, type User } from '../../models/index.ts'
import { leaveSessions } from '../mentoring/leave-sessions.ts'

/**
 * Suspends an account: everyone is signed out, and from now on its owner may only read invoices, take their data and
 * write to support. The sessions ahead are cancelled by us, with a letter to both and all of the price back. Who did it
 * and why is kept, and shown to them.
 */
export async function suspend(user: User, staff: User, reason: string, now: Date) {
  await together(async () => {
    await user.update({ suspendedAt: user.suspendedAt ?? now })
    await Session.endAllOf(user.id)
    await leaveSessions(user, now, 'staff')
    await record('suspended the account', user, staff, reason, now)
  })
}

export async function reinstate(user: User, staff: User, reason: string, now: Date) {
  await together(async () => {
    await user.update({ suspendedAt: null })
    await record('lifted the suspension', user, staff, reason, now)
  })
}

function record(action: string, user: User, staff: User, reason: string, now: Date) {
  return StaffAction.create({ staffId: staff.id, aboutId: user.id, action, reason, createdAt: now })
}
