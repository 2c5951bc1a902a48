import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- A dispute is forgotten three years after it was resolved, and the books that it changed are kept for longer.
    alter table order_items add lost_at timestamptz;
    update order_items i set lost_at = coalesce(
      (select max(resolved_at) from disputes d where d.order_id = i.order_id and d.state = 'lost'), i.created_at)
    where lost_minor > 0;
    alter table order_items add check ((lost_minor > 0) = (lost_at is not null));
  `)
