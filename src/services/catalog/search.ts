import { sql } from '../../lib/sql.ts'
import { cards, hasPage, offered } from './cards.ts'
import { found, foundMentors, nearest } from './matching.ts'

/** Of each group so many; the lists of their own have the rest. */
const SHOWN = 6

type Mentor = { name: string; slug: string; headline: string | null; skills: string[] }

/** Courses nearest to some words, the nearest title first. */
export function coursesFor(q: string) {
  const order = [...nearest, 'c.id'].map((key) => `${key} desc`)
  return cards({
    before: found,
    rest: `join found f on f.id = c.id where ${offered} order by ${order} limit ${SHOWN}`,
    bind: { q },
  })
}

/** Mentors with a page of their own, found by their name and by what they chose to show on it, and by nothing else (P01). */
export async function mentorsFor(q: string) {
  const { rows } = await sql<Mentor>(
    `${foundMentors}
     select name, slug, case when 'headline' = any(shown) then headline end as headline,
       case when 'skills' = any(shown) then skills else '{}' end as skills
     from users a join found f on f.id = a.id
     where ${hasPage} order by f.near desc, a.id limit ${SHOWN}`,
    { q },
  )
  return rows
}
