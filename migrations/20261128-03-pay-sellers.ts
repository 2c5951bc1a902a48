import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- Mentors who are paid out: what Stripe calls their account.
    create table seller_accounts (
      id uuid primary key,
      seller_id uuid not null unique references users deferrable,
      account text not null unique check (length(account) <= 100),
      ready boolean not null,
      created_at timestamptz not null
    );

    create table payouts (
      id uuid primary key,
      order_item_id uuid not null unique references order_items on delete cascade,
      seller_id uuid references users deferrable,
      amount_minor integer not null check (amount_minor > 0),
      reversed_minor integer not null default 0 check (reversed_minor between 0 and amount_minor),
      currency text not null,
      stripe_transfer text unique,
      created_at timestamptz not null,
      sent_at timestamptz
    );
    create index on payouts (seller_id);

    -- What Stripe still has to forget of who has left, known by the random id of their receipt.
    create table stripe_redactions (
      id uuid primary key,
      subject_id uuid not null,
      objects jsonb not null,
      job text unique,
      state text not null check (state in ('waiting', 'running', 'done', 'failed')),
      due_at timestamptz not null,
      created_at timestamptz not null,
      done_at timestamptz
    );
    create index on stripe_redactions (subject_id);
    create index on stripe_redactions (due_at) where state <> 'done';
    create index on stripe_redactions (done_at);
  `)
