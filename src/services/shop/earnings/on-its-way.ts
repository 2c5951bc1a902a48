import { sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'
import { shares } from './shares.ts'

const MOST_SHOWN = 12

/** For each currency: what still waits for its two weeks, what is held or due, and what has been sent. */
type Way = { currency: string; waitingMinor: number; heldMinor: number; dueMinor: number; sentMinor: number }
type Sent = { title: string; currency: string; amountMinor: number; reversedMinor: number; sentAt: Date }

/** What of a mentor's money is where, and what was sent last. */
export async function onItsWay({ id }: User, now: Date) {
  const mine = `from (${shares} where i.seller_id = $id) s`
  const [ways, sent] = await Promise.all([
    sql<Way>(
      `select currency,
         coalesce(sum(share) filter (where sent_at is null and not held and coalesce(matures_at > $now::timestamptz, true)), 0)::int as "waitingMinor",
         coalesce(sum(share) filter (where sent_at is null and held), 0)::int as "heldMinor",
         coalesce(sum(share) filter (where sent_at is null and not held and matures_at <= $now::timestamptz), 0)::int as "dueMinor",
         coalesce(sum(amount_minor - reversed_minor) filter (where sent_at is not null), 0)::int as "sentMinor"
       ${mine} group by currency order by currency`,
      { id, now: now.toISOString() },
    ),
    sql<Sent>(
      `select title, currency, amount_minor as "amountMinor", reversed_minor as "reversedMinor", sent_at as "sentAt"
       ${mine} where sent_at is not null order by sent_at desc, id desc limit ${MOST_SHOWN}`,
      { id },
    ),
  ])
  return { ways: ways.rows, sent: sent.rows }
}
