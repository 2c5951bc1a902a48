import { part, prepare } from '../../lib/prepared.ts'
import { SessionType, User } from '../../models/index.ts'

const mentor = part(User, 'u')
const atSlug = prepare<object>(`select ${mentor.columns} from users u where u.slug = $slug and u.role = 'mentor'`)

/** The mentor at an address, whether they have a page or not. */
export async function mentorAt(slug: string) {
  const [row] = await atSlug({ slug })
  return row && mentor.of(row)
}

const type = part(SessionType, 't')
const offered = prepare<object>(`
  select ${type.columns} from session_types t where t.mentor_id = $mentor and t.archived_at is null
  order by t.minutes, t.id`)

/** What can be booked with a mentor, the shortest first. */
export async function typesOf(mentorId: string) {
  const rows = await offered({ mentor: mentorId })
  return rows.map((row) => type.of(row)!)
}
