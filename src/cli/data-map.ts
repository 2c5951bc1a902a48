/** npm run data-map [-- --json]: what every column of every table says about people, and whether the schema agrees. */
import { parseArgs } from 'node:util'
import { dataMap } from '../privacy/data-map.ts'
import { driftFromSchema } from '../privacy/drift.ts'
import { type TableInWords, tableInWords } from '../privacy/record.ts'
import { run } from './run.ts'

await run(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
  const entries = dataMap.map(tableInWords)

  if (values.json) console.log(JSON.stringify(entries, null, 2))
  else console.table(entries.flatMap(lines))

  const { undeclared, missing } = await driftFromSchema()
  for (const column of undeclared) console.error(`${column} is stored, and no model declares it.`)
  for (const column of missing) console.error(`${column} is declared, and not stored.`)
  if (undeclared.length + missing.length > 0) process.exitCode = 1
})

/** A line for each column; what is said of the whole table stands on its first. */
function lines({ table, kept, columns }: TableInWords) {
  return columns.map(({ column, category, of = '', seenBy = '', whenYouLeave = '', withheld }, index) => ({
    table: index === 0 ? table : '',
    column,
    ...{ category, of, seenBy, whenYouLeave },
    exported: withheld ? `no: ${withheld}` : '',
    kept: index === 0 ? kept : '',
  }))
}
