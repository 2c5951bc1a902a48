import { parseArgs } from 'node:util'
import { CannotStart } from '../errors.ts'
import { restore } from '../services/backup/restore.ts'
import { run } from './run.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { confirm: { type: 'boolean' } },
})

/** npm run restore -- FILE [--confirm] */
await run(async () => {
  const [file] = positionals
  if (!file) throw new CannotStart('Say which file to read: npm run restore -- FILE')
  await restore(file, { confirmed: values.confirm === true, now: new Date(), say: console.log })
  console.log('Everything is back as it was at the moment of the backup, but for who has left since.')
})
