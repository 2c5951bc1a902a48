import { sql } from '../../../../lib/sql.ts'
import { tablesAboutPeople } from '../../../../privacy/data-map.ts'
import { personalColumns } from '../../../../privacy/table.ts'
import { people } from '../../../mentoring/own-sessions.ts'
import { broken, type Check, count, kept } from './check.ts'

/** With the id, by which a name leads nowhere. */
const ofMentees = ['id', 'name', 'email', 'photoId']
const inWriting = ['bookings.message']

/**
 * P09: what is read of a mentee for the pages of their mentor is name, address and photo; the one column of theirs that
 * is declared for a mentor's eyes is what they wrote with the booking.
 */
export const mentorsSeeLittle: Check = async () => {
  const [{ attributes }] = people.filter(({ association }) => association === 'mentee') as [(typeof people)[number]]
  const more = attributes.filter((attribute) => !ofMentees.includes(attribute))
  const declared = tablesAboutPeople.flatMap((table) =>
    personalColumns(table)
      .filter(({ of, seenBy }) => of === 'mentee' && seenBy?.includes('mentor'))
      .map(({ column }) => `${table.name}.${column}`),
  )
  const undeclared = declared.filter((column) => !inWriting.includes(column))
  if (more.length || undeclared.length) return broken(`mentors could read ${[...more, ...undeclared].join(', ')}`)

  const { rows } = await sql<{ pairs: number }>(
    `select count(distinct (mentor_id, mentee_id))::int as pairs from bookings
     where state <> 'held' and mentor_id is not null and mentee_id is not null`,
  )
  return kept(`four things told between ${count(rows[0]!.pairs, 'mentee and mentor', 'mentees and mentors')}`)
}
