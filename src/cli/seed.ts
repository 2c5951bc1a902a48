import { parseArgs } from 'node:util'
import { seedBulk } from '../../seeders/bulk.ts'
import { config } from '../config.ts'
import { CannotStart } from '../errors.ts'
import { run } from './run.ts'

const { values } = parseArgs({ allowPositionals: true, strict: false, options: { people: { type: 'string' } } })

/** npm run seed -- --people N */
await run(async () => {
  const people = Number(values.people)
  if (!Number.isInteger(people) || people < 1) throw new CannotStart('Say how many: npm run seed -- --people 1000')
  if (config.production) throw new CannotStart('These people are invented, and are not let in where real ones are.')

  for (const [table, rows] of Object.entries(await seedBulk(people, new Date()))) console.log(`${table}: ${rows}`)
})
