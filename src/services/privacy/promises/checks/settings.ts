import { sql } from '../../../../lib/sql.ts'
import { tablesAboutPeople } from '../../../../privacy/data-map.ts'
import { broken, type Check, count, kept } from './check.ts'

/** P22: every page that a table names as the place to change it is there, and asks who you are. */
export const editablePages: Check = async ({ site }) => {
  const paths = [...new Set(tablesAboutPeople.flatMap(({ editedAt }) => editedAt ?? []))]
  const answers = await Promise.all(paths.map((path) => site.visit(path)))
  const missing = answers.filter(({ status }) => status !== 200 && status !== 303)
  const editable = tablesAboutPeople.filter(({ editedAt }) => editedAt).length

  if (missing.length) return broken(`${missing.length} of ${count(paths.length, 'page')} missing`)
  return kept(`${editable} of ${count(tablesAboutPeople.length, 'table')} changed on ${count(paths.length, 'page')}`)
}

/**
 * P25: what a person said last is what their switch says; nobody gets marketing who has not asked for it, and no visit is
 * kept of who does not want to be counted.
 */
export const choicesHold: Check = async () => {
  const { rows } = await sql<{ choices: number; ignored: number }>(`
    select count(*)::int as choices,
      count(*) filter (where granted is distinct from
        case purpose when 'marketing' then marketing else analytics end)::int as ignored
    from users, lateral (
      select distinct on (purpose) purpose, granted from consents
      where user_id = users.id and purpose in ('marketing', 'analytics')
      order by purpose, created_at desc, id desc) as newest`)
  const { rows: unasked } = await sql<{ people: number }>(`
    select count(*)::int as people from users where marketing and not exists (
      select from consents where user_id = users.id and purpose = 'marketing' and granted)`)

  const { rows: against } = await sql<{ visits: number }>(`
    select count(*)::int as visits from usage_events join users on users.id = member_id where not analytics`)

  const [{ choices, ignored }, { people }, { visits }] = [rows[0]!, unasked[0]!, against[0]!]
  if (visits) return broken(`${count(visits, 'visit')} counted of people who do not want it`)
  if (ignored || people) return broken(`${count(ignored, 'choice')} ignored, ${people} written to unasked`)
  return kept(`${count(choices, 'choice')} made, each as its switch stands`)
}
