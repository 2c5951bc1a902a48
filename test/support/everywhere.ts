import { globSync, readFileSync, statSync } from 'node:fs'
import { config } from '../../src/config.ts'
import { pool } from '../../src/db/pool.ts'

/** Where a text stands, in any column of any table, the queue's included, and in any file we keep. Capitals do not matter. */
export async function whereStands(text: string): Promise<string[]> {
  return [...(await inTables(text)), ...inFiles(text)]
}

async function inTables(text: string) {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`)

  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await pool.query(`select from ${name} as row where strpos(lower(row::text), lower($1)) > 0`, [
      text,
    ])
    if (rowCount) found.push(name)
  }
  return found
}

function inFiles(text: string) {
  const kept = globSync([`${config.dataDir}/**/*`, `${config.ledgerDir}/**/*`]).filter((file) =>
    statSync(file).isFile(),
  )
  return kept.filter((file) => readFileSync(file).toString('latin1').toLowerCase().includes(text.toLowerCase()))
}
