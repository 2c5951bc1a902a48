import type pg from 'pg'
import type { Page } from './neighbours-process.ts'
import { people } from './people.ts'

/** How many people, each with one course in their cart. */
export const BUYERS = 6000
const COURSES = 100
export const PRICE = 4900

const statements = [
  people('mentor', COURSES, 'mentor'),
  people('buyer', BUYERS, 'mentee'),
  `insert into courses (id, author_id, slug, title, summary, description, outcomes, topic, level, price_minor, currency, status,
     created_at, published_at)
   select md5('course ' || n)::uuid, md5('mentor ' || n)::uuid, 'course-' || n, 'Joints that hold, part ' || n, 'What you need.',
     'One thing, and then again.', 'Begin', 'craft', 'beginner', ${PRICE}, 'EUR', 'published', now() - interval '300 days',
     now() - interval '200 days'
   from generate_series(1, ${COURSES}) n`,
  `insert into cart_items (id, member_id, course_id, price_seen_minor, currency, created_at)
   select md5('in cart ' || n)::uuid, md5('buyer ' || n)::uuid, md5('course ' || 1 + n % ${COURSES})::uuid, ${PRICE}, 'EUR', now()
   from generate_series(1, ${BUYERS}) n`,
  // Whoever watches is told of each course that somebody got, when it is theirs.
  `create function tell() returns trigger language plpgsql as $$
   begin perform pg_notify('enrolled', new.learner_id::text); return null; end $$`,
  'create trigger tell after insert on enrolments for each row execute function tell()',
]

/** A hundred courses, and many people who are about to buy one: the same ones whenever it is called. */
export async function fillShop(client: pg.ClientBase) {
  for (const statement of statements) await client.query(statement)
  await client.query('vacuum analyze')
}

export type Paid = Buyer & { order: string; item: string; session: string; payment: string }

/** An order of each of these buyers, by number, whose page at Stripe is the next of these. */
export async function placeOrders(client: pg.ClientBase, first: number, pages: Page[]) {
  const sessions = pages.map(({ session }) => session)
  await client.query(
    `insert into orders (id, number, buyer_id, state, currency, total_minor, discount_minor, tax_minor, country, client_token,
       remember_card, attempt, stripe_session, created_at, expires_at)
     select id, 'T-' || n, md5('buyer ' || n)::uuid, 'pending', 'EUR', ${PRICE}, 0, 782, 'DE',
       md5('token ' || n)::uuid, false, 1, session, now(), now() + interval '35 minutes'
     from (select $1::int + place as n, id, session
       from unnest($2::uuid[], $3::text[]) with ordinality as page (id, session, place)) page`,
    [first - 1, pages.map(({ order }) => order), sessions],
  )
  await client.query(
    `insert into order_items (id, order_id, buyer_id, seller_id, course_id, kind, title, price_minor, discount_minor,
       total_minor, tax_rate, tax_minor, fee_minor, created_at)
     select md5('item ' || o.number)::uuid, o.id, o.buyer_id, c.author_id, c.id, 'course', c.title, ${PRICE}, 0, ${PRICE}, 1900, 782,
       735, now()
     from orders o join cart_items k on k.member_id = o.buyer_id join courses c on c.id = k.course_id
     where o.stripe_session = any($1::text[])`,
    [sessions],
  )
  const { rows } = await client.query<Omit<Paid, 'payment'>>(
    `select o.buyer_id as buyer, o.id as order, i.id as item, i.course_id as course, p.session
     from unnest($1::text[]) with ordinality as p (session, place) join orders o on o.stripe_session = p.session
       join order_items i on i.order_id = o.id order by place`,
    [sessions],
  )
  await client.query('analyze')
  return rows.map((row, n): Paid => ({ ...row, payment: pages[n]!.payment }))
}

export type Buyer = { buyer: string; course: string }

/** So many, by number from the first on, each with the course in their cart. */
export async function buyersOf(client: pg.ClientBase, first: number, count: number) {
  const { rows } = await client.query<Buyer>(
    `select member_id as buyer, course_id as course from generate_series($1::int, $2::int) n
       join cart_items on member_id = md5('buyer ' || n)::uuid order by n`,
    [first, first + count - 1],
  )
  return rows
}
