import type { Request } from 'express'
import { Forbidden } from '../../errors.ts'
import { currentUser } from '../../middleware/audience.ts'
import { MentorProfile } from '../../models/index.ts'

const sentence = 'You can set up your sessions as soon as we have said yes to your application.'

/** How whoever is signed in takes bookings. Who has not been accepted as a mentor yet is shown the way. */
export async function ownProfile(req: Request) {
  const profile = await MentorProfile.findOne({ where: { mentorId: currentUser(req).id } })
  if (!profile) throw new Forbidden(sentence, { path: '/mentor/apply', text: 'Your application' })
  return profile
}
