import { parseArgs } from 'node:util'
import { CannotStart } from '../errors.ts'
import { backUp } from '../services/backup/backup.ts'
import { run } from './run.ts'

const { positionals } = parseArgs({ allowPositionals: true, strict: false })

/** npm run backup -- FILE */
await run(async () => {
  const [file] = positionals
  if (!file) throw new CannotStart('Say which file to write: npm run backup -- FILE')
  await backUp(file, new Date(), console.log)
  console.log(`The backup is whole, in ${file}. Keep it as you would keep the database: everything is in it.`)
})
