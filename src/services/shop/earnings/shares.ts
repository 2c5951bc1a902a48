import { isDisputed } from '../disputes/standing.ts'

/** How long after it was given a line waits, so that what can still go back is not paid out before. */
export const DAYS_TO_WAIT = 14

/**
 * Every sold line with what of it is its mentor's now: what was paid, less what went back and what the platform keeps.
 * What a bank took went back, too. A line is held while a refund or a dispute of it is open, or its mentor is suspended.
 * What is kept of a session that was cancelled late is theirs as if it had taken place. Beside it what was written down to
 * be sent, and what of that was sent; and where to, though they have left.
 */
export const shares = `
  select i.id, i.seller_id, o.currency, coalesce(i.delivered_at, b.ends_at) + interval '${DAYS_TO_WAIT} days' as matures_at,
    paid.*, coalesce((select account from seller_accounts a where a.seller_id = i.seller_id and a.ready), i.payout_account) as account,
    ${isDisputed('o.id')}
      or exists (select from refunds where order_item_id = i.id and state in ('asked', 'pending', 'failed'))
      or exists (select from users u where u.id = i.seller_id and u.suspended_at is not null) as held,
    greatest(0, i.total_minor - back.amount - i.fee_minor
      + coalesce(round(i.fee_minor * back.amount::numeric / nullif(i.total_minor, 0)), 0)::int) as share
  from order_items i
  join orders o on o.id = i.order_id and o.state = 'paid'
  left join bookings b on b.id = i.booking_id and b.state = 'cancelled'
  cross join lateral (
    select i.lost_minor + coalesce(sum(amount_minor), 0)::int as amount
    from refunds where order_item_id = i.id and state in ('pending', 'succeeded')
  ) back
  cross join lateral (
    select count(*)::int as payouts, coalesce(sum(amount_minor - reversed_minor), 0)::int as written,
      coalesce(sum(amount_minor - reversed_minor) filter (where sent_at is not null), 0)::int as sent
    from payouts where order_item_id = i.id
  ) paid`
