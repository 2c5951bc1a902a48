import { validate } from 'uuid'
import { part, prepare } from '../../lib/prepared.ts'
import { ANSWERS_AT_FIRST, THREADS } from '../../models/comment.ts'
import { Comment, type Lesson, User } from '../../models/index.ts'

type Counted = { answersCount: number }

const comment = part(Comment, 'c')
const writer = part(User, 'w', ['id', 'name'])
const lines = `${comment.columns}, ${writer.columns}`
const withWriter = 'left join users w on w.id = c.writer_id'

const heads = prepare<Counted>(`
  select ${lines}, (select count(*)::int from comments answer where answer.parent_id = c.id) as "answersCount"
  from comments c ${withWriter}
  where c.lesson_id = $lesson and c.parent_id is null
    and ($after::uuid is null or (c.created_at, c.id) > (select created_at, id from comments where id = $after))
  order by c.created_at, c.id limit ${THREADS + 1}`)

const firstAnswers = prepare<object>(`
  select ${lines} from unnest($heads::uuid[]) as head (id) cross join lateral
    (select * from comments where parent_id = head.id order by created_at, id limit ${ANSWERS_AT_FIRST}) c ${withWriter}
  order by c.created_at, c.id`)

const readable = prepare<{ total: number }>(`
  select count(*)::int as total from comments where lesson_id = $lesson and deleted_at is null and removed_at is null`)

/** A screenful of a lesson's discussion, the oldest first, each with its first answers. */
export async function threadsUnder({ id: lesson }: Lesson, behind?: unknown) {
  const rows = await heads({ lesson, after: validate(behind) ? behind : null })
  const threads = rows.slice(0, THREADS).map((row) => toComment(row, { answersCount: row.answersCount }))
  const answers = threads.length === 0 ? [] : await firstAnswers({ heads: threads.map(({ id }) => id) })
  const byHead = Map.groupBy(
    answers.map((row) => toComment(row)),
    ({ parentId }) => parentId,
  )
  for (const thread of threads) thread.answers = byHead.get(thread.id) ?? []
  return { threads, after: rows.length > THREADS ? threads.at(-1)!.id : undefined }
}

/** How many comments can be read under a lesson. */
export async function countUnder({ id: lesson }: Lesson) {
  return (await readable({ lesson }))[0]!.total
}

function toComment(row: object, more?: Counted) {
  return Object.assign(comment.of(row, more)!, { writer: writer.of(row) })
}
