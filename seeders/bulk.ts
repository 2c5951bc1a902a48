import { sequelize } from '../src/db/sequelize.ts'
import { hashPassword } from '../src/lib/passwords.ts'
import { sql } from '../src/lib/sql.ts'
import { countingAtTheEnd } from './bulk/counts.ts'
import { shares } from './bulk/shares.ts'
import { firstNames, lastNames } from './bulk/words.ts'

const PASSWORD = 'correct horse battery'

/**
 * Adds so many believable people, each with their share of every table: one statement a table, all of it or nothing.
 * The same number always gives the same people, and a second run adds the next ones. Answers the rows of each table.
 */
export async function seedBulk(people: number, now: Date) {
  const passwordDigest = await hashPassword(PASSWORD)
  return sequelize.transaction(async () => {
    await nameNewcomers(people, now)
    return countingAtTheEnd(async () => {
      const rows: Record<string, number> = {}
      for (const [table, statement] of Object.entries(shares)) {
        const bind = statement.includes('$passwordDigest') ? { passwordDigest } : {}
        rows[table] = (await sql(statement, bind)).count
      }
      return rows
    })
  })
}

/** Who comes, and when: spread over two years, numbered on from those who are here. */
async function nameNewcomers(people: number, now: Date) {
  await sql(
    `create temporary table newcomers on commit drop as
     select n, first || ' ' || last as name, lower(first) || '-' || lower(last) || '-' || n as slug,
       $now::timestamptz - make_interval(mins => 60 + (n::bigint * 7919 % 1051200)::int) as since
     from (select count(*)::int as known from users) here, generate_series(known + 1, known + $people::int) as n,
       lateral (select $firstNames::text[] as firsts, $lastNames::text[] as lasts) lists,
       lateral (select firsts[1 + n % cardinality(firsts)] as first, lasts[1 + (n / 7) % cardinality(lasts)] as last) person`,
    { people, now: now.toISOString(), firstNames, lastNames },
  )
  await sql('analyze newcomers')
}
