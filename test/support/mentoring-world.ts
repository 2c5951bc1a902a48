import type { User } from '../../src/models/index.ts'
import { createMentorProfile, createSessionType } from './mentoring-factories.ts'
import type { Page } from './world.ts'

/** What has to be set up so that each form about sessions stands somewhere. Answers the pages, and who finds them. */
export async function mentoringPages({ mentor }: { mentor: User }) {
  const mentorId = mentor.id
  await createMentorProfile({ mentorId })
  const type = await createSessionType({ mentorId })
  return ['/mentor/types', `/mentor/types/${type.id}`].map((page): Page => ['mentor', page])
}
