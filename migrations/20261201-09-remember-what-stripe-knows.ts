import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- Everything at Stripe that knows somebody, also of orders that are forgotten here: Stripe has to forget it once they leave.
    create table stripe_traces (
      id uuid primary key,
      member_id uuid not null references users deferrable,
      kind text not null check (kind in ('customers', 'checkout_sessions', 'payment_intents')),
      object text not null unique check (length(object) <= 200),
      created_at timestamptz not null
    );
    create index on stripe_traces (member_id);

    insert into stripe_traces
    select gen_random_uuid(), member_id, kind, object, created_at from (
      select member_id, 'customers' as kind, customer as object, created_at from stripe_customers
      union all
      select buyer_id, 'checkout_sessions', stripe_session, created_at from orders where stripe_session is not null
      union all
      select buyer_id, 'payment_intents', stripe_payment, paid_at from orders where stripe_payment is not null
    ) known where member_id is not null and created_at is not null
    on conflict do nothing;

    -- A job that fails begins anew.
    alter table stripe_redactions drop constraint stripe_redactions_state_check;
    update stripe_redactions set state = 'waiting' where state = 'failed';
    alter table stripe_redactions add constraint stripe_redactions_state_check check (state in ('waiting', 'running', 'done'));
  `)
