/**
 * Every movement of a mentor's ($id) money, by the day on which it was: what was paid, what went back and why, and what a
 * bank took back for good. Of what goes back its share of the fee goes back too, and however many parts there are, they come
 * to the cent to no more than the line. Says nothing about who bought, nor by a tax where they live (P09).
 */
export const moves = `
  select i.kind, i.title, coalesce(i.course_id::text, i.title) as thing, o.currency, m.*
  from order_items i
  join orders o on o.id = i.order_id and o.state = 'paid'
  cross join lateral (
    select (o.paid_at at time zone 'UTC')::date as day, 1 as sold, i.total_minor as paid, 0 as back, i.fee_minor as fee, null as why
    union all
    select day, 0, 0, -amount,
      round(i.fee_minor * (until - amount)::numeric / i.total_minor)::int - round(i.fee_minor * until::numeric / i.total_minor)::int,
      why
    from (
      select day, amount, sum(amount) over (order by day, id) as until, why
      from (
        select r.id, (coalesce(r.settled_at, r.created_at) at time zone 'UTC')::date as day, r.amount_minor as amount, r.reason as why
        from refunds r where r.order_item_id = i.id and r.state in ('pending', 'succeeded')
        union all
        select i.id, (i.lost_at at time zone 'UTC')::date, i.lost_minor, 'bank' where i.lost_minor > 0
      ) back
    ) counted
  ) m
  where i.seller_id = $id`
