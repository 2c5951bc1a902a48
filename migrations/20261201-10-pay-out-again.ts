import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- What was fetched back for a refund that then failed is sent again; each once, by its number.
    alter table payouts drop constraint payouts_order_item_id_key;
    alter table payouts add nth integer not null default 0 check (nth >= 0);
    alter table payouts add constraint payouts_once unique (order_item_id, nth);

    -- Where a mentor who has left is still paid.
    alter table order_items add payout_account text check (length(payout_account) <= 100);
    create index on order_items (payout_account) where payout_account is not null;
  `)
