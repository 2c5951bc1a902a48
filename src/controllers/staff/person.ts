import type { Request } from 'express'
import { Forbidden } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { User } from '../../models/index.ts'
import { isInReachOf } from '../../services/staff/colleagues.ts'

/** The person in the path, if they are in reach of who asks. */
export async function personInReach(req: Request) {
  const person = await find(User, { id: req.params.id })
  checkReach(req, person)
  return person
}

/** The same for what somebody else's row leads to: nobody decides about their own money, nor about that of who could stop them. */
export function checkReach(req: Request, person: User | null | undefined) {
  if (person && !isInReachOf(currentUser(req), person)) throw new Forbidden()
}
