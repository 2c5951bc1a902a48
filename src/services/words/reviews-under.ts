import { validate } from 'uuid'
import { part, prepare } from '../../lib/prepared.ts'
import { type Course, Review, ReviewVersion, User } from '../../models/index.ts'

const PAGE = 10

const review = part(Review, 'r')
const writer = part(User, 'w', ['id', 'name'])

/** The newest first; from `here` on, which is a review, or from the first. */
const newest = (beside: '<' | '<=') =>
  prepare<object>(`
    select ${review.columns}, ${writer.columns}
    from reviews r left join users w on w.id = r.writer_id
    where r.course_id = $course and r.removed_at is null
      and ($here::uuid is null or (r.created_at, r.id) ${beside} (select created_at, id from reviews where id = $here))
    order by r.created_at desc, r.id desc limit ${PAGE + 1}`)

const [behind, beginningAt] = [newest('<'), newest('<=')]

/** A screenful of what stands under a course, the newest first: what is older than `before`, or begins with `at`. */
export async function reviewsUnder({ id: course }: Course, { before, at }: { before?: unknown; at?: unknown } = {}) {
  const here = at ?? before
  const rows = await (at ? beginningAt : behind)({ course, here: validate(here) ? here : null })
  const list = rows.slice(0, PAGE).map((row) => Object.assign(review.of(row)!, { writer: writer.of(row) }))
  await addVersions(list)
  return { list, older: rows.length > PAGE ? list.at(-1)!.id : undefined }
}

/** Few reviews are ever changed, so most pages need not ask. */
async function addVersions(reviews: Review[]) {
  const ids = reviews.filter(({ editedAt }) => editedAt).map(({ id }) => id)
  const versions =
    ids.length === 0 ? [] : await ReviewVersion.findAll({ where: { reviewId: ids }, order: [['createdAt', 'desc']] })
  for (const review of reviews) review.versions = versions.filter(({ reviewId }) => reviewId === review.id)
}
