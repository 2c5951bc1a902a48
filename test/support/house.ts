import type { User } from '../../src/models/index.ts'
import { auditPromises } from '../../src/services/privacy/promises/promise-audit.ts'
import { catalogPages } from './catalog-world.ts'
import * as create from './factories.ts'
import { createUsageDay } from './learning-factories.ts'
import { learningPages } from './learning-world.ts'
import { mentoringPages } from './mentoring-world.ts'
import { houseSessions } from './sessions-world.ts'
import { houseShop } from './shop-house.ts'
import { teachingPages } from './teaching-world.ts'
import { wordsPages } from './words-world.ts'

/** A house with something in every room. Answers Alice, who lives in it. */
export async function inhabit(role: User['role']) {
  const alice = await create.createUser({ name: 'Alice', role, slug: 'alice', shown: ['bio'], bio: 'I teach.' })
  for (const asking of [alice, await create.createUser()]) await askAbout(asking)
  await create.createTicket({ subject: 'From a visitor', visitorEmail: 'visitor@example.com' })
  await create.createSignIn({ userId: alice.id, newPlace: true })
  await create.createExport({ userId: alice.id, status: 'expired' })
  await create.createStaffAction({ aboutId: alice.id, staffId: alice.id })
  await wordsPages(alice, await create.createUser({ role: 'mentor' }))
  await catalogPages(alice)
  await learningPages(alice)
  if (role === 'mentor') await teachingPages(alice)
  await mentoringPages({ mentor: role === 'mentor' ? alice : await create.createUser({ role: 'mentor' }) })
  await houseSessions(alice)
  await houseShop(alice)
  await createUsageDay({ day: new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10) })
  await auditPromises({ now: new Date() })
  return alice
}

async function askAbout({ id }: User) {
  const ticket = await create.createTicket({ requesterId: id, category: 'privacy', queue: 'privacy' })
  await create.createTicketReply({ ticketId: ticket.id, requesterId: id })
  await create.createTicketNote({ ticketId: ticket.id })
}
