import { sql } from '../../lib/sql.ts'
import { cards, hasPage, offered } from './cards.ts'
import { matches } from './listing.ts'

/** Of each group so many; the lists of their own have the rest. */
const SHOWN = 6

type Mentor = { name: string; slug: string; headline: string | null; skills: string[] }

/** Courses nearest to some words, the nearest title first. */
export function coursesFor(q: string) {
  const nearest = 'word_similarity($q::text, c.title) desc, c.learners_count desc, c.id desc'
  return cards(`where ${offered} and ${matches} order by ${nearest} limit ${SHOWN}`, { q })
}

/** Mentors with a page of their own, found by their name and by what they chose to show on it, and by nothing else (P01). */
export async function mentorsFor(q: string) {
  const { rows } = await sql<Mentor>(
    `select name, slug, case when 'headline' = any(shown) then headline end as headline,
       case when 'skills' = any(shown) then skills else '{}' end as skills
     from users a
     where ${hasPage} and (shown_words(name, headline, skills, shown) @@ websearch_to_tsquery('english', $q::text) or $q::text <% name)
     order by word_similarity($q::text, name) desc, id limit ${SHOWN}`,
    { q },
  )
  return rows
}
