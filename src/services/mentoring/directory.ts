import { daysAfter } from '../../lib/due.ts'
import { sql } from '../../lib/sql.ts'
import { hasPage } from '../catalog/cards.ts'
import { costs, type PriceBand } from '../catalog/in-words.ts'
import { MOST_COUNTED } from '../catalog/matching.ts'
import type { MentorSort } from './in-words.ts'

/** What somebody looks for: skills by comma; `page` is the id of the last profile of the page before. */
export type Wanted = {
  skill?: string
  lang?: string
  price?: PriceBand
  when?: 'week'
  sort?: MentorSort
  page?: string
}

/** A mentor as the list shows them, with nothing that they have not chosen to show. */
export type MentorCard = {
  id: string
  name: string
  slug: string
  headline: string | null
  skills: string[]
  photoPath: string | null
  languages: string[]
  nextFreeAt: Date
  priceMinor: number
  currency: string
}

const PAGE = 24
const MOST_SKILLS = 5

const from = 'mentor_profiles p join users a on a.id = p.mentor_id'
const shownSkills = `case when 'skills' = any(a.shown) then a.skills else '{}' end`
/** How many of the skills asked for a mentor shows. None of them has a comma, which is what they are told apart by. */
const fitTo = (skills: string[]) =>
  skills.map((_, n) => `(position($skill${n} in lower(array_to_string(${shownSkills}, ','))) > 0)::int`).join(' + ')

/** A page of mentors who can be booked, and how many there are in all, counted up to one above MOST_COUNTED. One statement. */
export async function mentorsLike(wanted: Wanted, now: Date) {
  const { lang, price, when, page } = wanted
  const skills = skillsIn(wanted.skill)
  const bind = {
    now: now.toISOString(),
    ...Object.fromEntries(skills.map((skill, n) => [`skill${n}`, skill])),
    ...(lang && { lang }),
    ...(when && { until: daysAfter(now, 7).toISOString() }),
    ...(page && { page }),
  }
  const conditions = [
    `p.listing = 'listed' and p.next_free_at > $now and ${hasPage}`,
    skills.length && `${fitTo(skills)} > 0`,
    lang && '$lang = any(p.languages)',
    when && 'p.next_free_at < $until',
    price &&
      `exists (select from session_types t where t.mentor_id = p.mentor_id and archived_at is null
      and ${costs('t.price_minor', price)})`,
  ]
  const where = conditions.filter(Boolean).join(' and ')

  const { rows } = await sql<MentorCard & { count: number }>(
    `select page.*, offer.price_minor as "priceMinor", offer.currency
     from (
       select p.id, a.name, a.slug, p.languages, p.next_free_at as "nextFreeAt", p.mentor_id,
         case when 'headline' = any(a.shown) then a.headline end as headline, ${shownSkills} as skills,
         case when 'photo' = any(a.shown) then '/photos/' || a.photo_id end as "photoPath",
         (select count(*)::int from (select from ${from} where ${where} limit ${MOST_COUNTED + 1}) counted) as count
       from ${from} where ${where} ${slice(sortFor(wanted), skills, page)}
     ) page
     left join lateral (
       select price_minor, currency from session_types t where t.mentor_id = page.mentor_id and archived_at is null
       order by price_minor limit 1
     ) offer on true`,
    bind,
  )
  const mentors = rows.slice(0, PAGE)
  return { mentors, count: rows[0]?.count ?? 0, next: rows.length > PAGE ? mentors.at(-1)!.id : undefined }
}

/** Who fits best can come first only where skills were asked for. */
export function sortFor({ skill, sort }: Pick<Wanted, 'skill' | 'sort'>): MentorSort {
  return sort === 'fit' && skillsIn(skill).length === 0 ? 'soonest' : (sort ?? 'soonest')
}

function skillsIn(typed = '') {
  const skills = typed.toLowerCase().split(',')
  return [...new Set(skills.map((skill) => skill.trim()).filter(Boolean))].slice(0, MOST_SKILLS)
}

function slice(sort: MentorSort, skills: string[], page?: string) {
  const keys = [...(sort === 'fit' ? [`-(${fitTo(skills)})`] : []), 'p.next_free_at', 'p.id']
  const here = `(select ${keys} from ${from} where p.id = $page)`
  return `${page ? `and (${keys}) > ${here}` : ''} order by ${keys} limit ${PAGE + 1}`
}
