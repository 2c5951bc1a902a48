import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- What banks took of a line for good. With what went back it comes to no more than was paid.
    alter table order_items add lost_minor integer not null default 0 check (lost_minor >= 0);
    alter table order_items drop constraint order_items_most_refunded;
    alter table order_items add constraint order_items_most_refunded
      check (refunded_minor >= 0 and refunded_minor + lost_minor <= total_minor);
    with lost as (select order_id, sum(amount_minor) as amount from disputes where state = 'lost' group by order_id),
      rest as (select order_id, sum(total_minor - refunded_minor) as amount from order_items group by order_id)
    update order_items i set lost_minor = floor(least(lost.amount, rest.amount) * (i.total_minor - i.refunded_minor) / rest.amount)
    from lost join rest using (order_id) where i.order_id = lost.order_id and rest.amount > 0;
  `)
