import { sequelize } from '../src/db/sequelize.ts'
import { enqueue } from '../src/jobs/enqueue.ts'
import { User } from '../src/models/index.ts'
import { seedCart } from './cart.ts'
import { seedCourses } from './courses.ts'
import { seedLearning } from './learning.ts'
import { seedPayments } from './payments.ts'
import { seedPeople } from './people.ts'
import { seedPurchases } from './purchases.ts'
import { seedSessions } from './sessions.ts'
import { seedTickets } from './tickets.ts'
import { seedUsage } from './usage.ts'
import { seedWords } from './words.ts'

/**
 * A small believable world, built on the first start and never again: all of it, or nothing. What was paid is told to what
 * stands in for Stripe, where that is running.
 */
export async function seedDemoWorld({ atStripe = false } = {}) {
  if (await User.count()) return
  const now = new Date()
  await sequelize.transaction(async () => {
    const cast = await seedPeople(now)
    await seedTickets(now)
    const courses = await seedCourses(cast, now)
    const learning = await seedLearning(courses, cast, now)
    await seedWords(courses, learning, cast, now)
    await seedSessions(cast, now)
    await seedPurchases(now)
    await seedCart(courses, cast, now)
    await seedUsage(now)
    await enqueue('run-job', { job: 'audit-promises' })
  })
  if (atStripe) await seedPayments(now)
}
