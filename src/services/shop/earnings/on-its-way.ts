import { sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'
import { shares } from './shares.ts'

const MOST_SHOWN = 12

/** For each currency: what still waits for its two weeks, what is held or due, and what has been sent. */
type Way = { currency: string; waitingMinor: number; heldMinor: number; dueMinor: number; sentMinor: number }
type Sent = { title: string; lines: number; currency: string; amountMinor: number; reversedMinor: number; sentAt: Date }

/** What of a mentor's money is where, and what was sent last, each thing once a day. */
export async function onItsWay({ id }: User, now: Date) {
  const [ways, sent] = await Promise.all([
    sql<Way>(
      `select currency,
         coalesce(sum(ahead) filter (where not held and coalesce(matures_at > $now::timestamptz, true)), 0)::int as "waitingMinor",
         coalesce(sum(ahead) filter (where held), 0)::int as "heldMinor",
         coalesce(sum(ahead) filter (where not held and matures_at <= $now::timestamptz), 0)::int as "dueMinor",
         coalesce(sum(sent), 0)::int as "sentMinor"
       from (select *, greatest(share - sent, 0) as ahead from (${shares} where i.seller_id = $id) s) s
       group by currency order by currency`,
      { id, now: now.toISOString() },
    ),
    sql<Sent>(
      `select i.title, p.currency, count(*)::int as lines, sum(p.amount_minor)::int as "amountMinor",
         sum(p.reversed_minor)::int as "reversedMinor", max(p.sent_at) as "sentAt"
       from payouts p join order_items i on i.id = p.order_item_id
       where p.seller_id = $id and p.sent_at is not null
       group by i.title, p.currency, (p.sent_at at time zone 'UTC')::date
       order by max(p.sent_at) desc, i.title limit ${MOST_SHOWN}`,
      { id },
    ),
  ])
  return { ways: ways.rows, sent: sent.rows }
}
