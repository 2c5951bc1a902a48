import type { User } from '../../src/models/index.ts'
import { createUser } from './factories.ts'
import * as create from './mentoring-factories.ts'
import type { Page } from './world.ts'

/** What has to be set up so that each form about sessions stands somewhere. Answers the pages, and who finds them. */
export async function mentoringPages({ mentor }: { mentor: User }) {
  const mentorId = mentor.id
  await create.createMentorProfile({ mentorId })
  const type = await create.createSessionType({ mentorId })
  await create.createWeeklyHour({ mentorId })
  await create.createSingleTime({ mentorId })
  const { startsAt } = await create.createBooking({ mentorId })
  const day = startsAt.toISOString().slice(0, 10)
  await createListed()
  const application = await create.createApplication({ links: ['https://a.example'] })
  const pages = [
    '/mentor/types',
    `/mentor/types/${type.id}`,
    '/mentor/hours',
    '/mentor/away',
    `/mentor/away/clashes?from=${day}&until=${day}`,
  ]
  return [
    ['alice', '/mentor/apply'],
    ...pages.map((page): Page => ['mentor', page]),
    ['support', `/staff/mentors/${application.id}`],
  ] satisfies Page[]
}

/** Somebody in the list of mentors, of whom something is said. */
async function createListed() {
  const { id } = await createUser({ role: 'mentor', slug: 'listed', shown: ['headline'], headline: 'Potter' })
  await create.createMentorProfile({ mentorId: id, nextFreeAt: new Date(Date.now() + 24 * 60 * 60 * 1000) })
  await create.createSessionReview({ subjectId: id, publishedAt: new Date() })
}
