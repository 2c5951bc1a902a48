import { sequelize } from '../src/db/sequelize.ts'
import { enqueue } from '../src/jobs/enqueue.ts'
import { User } from '../src/models/index.ts'
import { seedPeople } from './people.ts'
import { seedTickets } from './tickets.ts'

/** A small believable world, built on the first start and never again: all of it, or nothing. */
export async function seedDemoWorld() {
  if (await User.count()) return
  await sequelize.transaction(async () => {
    await seedPeople(new Date())
    await seedTickets(new Date())
    await enqueue('run-job', { job: 'audit-promises' })
  })
}
