import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- One that came back is sent again, under another key. One made at Stripe knows no lines, and may be of several.
    alter table refunds add attempt integer not null default 0 check (attempt >= 0);
    alter table refunds drop constraint refunds_stripe_refund_key;
    create unique index refunds_stripe_refund on refunds (stripe_refund, order_item_id);
  `)
