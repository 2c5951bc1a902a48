import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- Confirmed by its buyer, while the money takes days: such an order keeps no cart from being filled and paid.
    alter table orders drop constraint orders_state_check, add constraint orders_state_check
      check (state in ('pending', 'processing', 'paid', 'failed', 'expired'));
    drop index orders_expires_at_idx;
    create index on orders (expires_at) where state in ('pending', 'processing');

    -- What was paid counts, also where its order had ended and others had taken its coupon meanwhile.
    alter table coupons drop constraint coupons_most_used;
  `)
