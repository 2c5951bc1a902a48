import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create table exports (
      id uuid primary key,
      user_id uuid not null references users deferrable,
      ticket_id uuid references tickets on delete set null,
      status text not null check (status in ('waiting', 'packing', 'ready', 'failed', 'expired', 'stopped')),
      parts integer not null,
      parts_done integer not null check (parts_done <= parts),
      storage_key text unique,
      bytes bigint,
      sha256 text,
      downloads integer not null check (downloads between 0 and 5),
      due_at timestamptz not null,
      created_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz,
      expires_at timestamptz,
      check ((status = 'ready') = (storage_key is not null)),
      check (status <> 'ready' or (expires_at is not null and bytes is not null and sha256 is not null)),
      check (expires_at <= finished_at + interval '7 days')
    );
    create unique index exports_one_under_way on exports (user_id) where status in ('waiting', 'packing');
    create index on exports (user_id, created_at desc);
    create index on exports (ticket_id);
    create index on exports (created_at);
    create index on exports (expires_at) where status = 'ready';
    create trigger remove_object after delete or update of storage_key on exports
      for each row execute function remove_object();

    create table export_downloads (
      id uuid primary key,
      export_id uuid not null references exports on delete cascade,
      user_id uuid not null references users deferrable,
      browser text,
      os text,
      created_at timestamptz not null
    );
    create index on export_downloads (export_id);
    create index on export_downloads (user_id);

    -- An erasure is known by the random id its person had; nothing here leads back to anyone.
    create table erasures (
      id uuid primary key,
      status text not null check (status in ('running', 'failed', 'erased', 'verified', 'findings')),
      attempts integer not null,
      problem text,
      receipt jsonb,
      findings jsonb,
      asked_at timestamptz not null,
      due_at timestamptz not null,
      erased_at timestamptz,
      verified_at timestamptz,
      check (status in ('running', 'failed') or erased_at is not null)
    );
    create index on erasures (status);

    -- What is needed for a last letter and the nightly look: encrypted, and gone within a day.
    create table sealed_envelopes (
      id uuid primary key,
      sealed bytea not null,
      created_at timestamptz not null
    );

    create table legal_holds (
      id uuid primary key,
      table_name text not null,
      record_id uuid not null,
      about_id uuid references users deferrable,
      reason text not null check (length(reason) between 10 and 1000),
      placed_by uuid references users deferrable,
      review_on date not null,
      erasure_waits boolean not null,
      created_at timestamptz not null,
      released_by uuid references users deferrable,
      released_at timestamptz
    );
    create unique index legal_holds_one_live on legal_holds (table_name, record_id) where released_at is null;
    create index on legal_holds (about_id);
    create index on legal_holds (placed_by);
    create index on legal_holds (released_by);

    create table disclosures (
      id uuid primary key,
      user_id uuid references users deferrable,
      processor text not null,
      purpose text not null,
      fields text[] not null,
      created_at timestamptz not null
    );
    create index on disclosures (user_id, created_at desc);
    create index on disclosures (created_at);

    create table staff_actions (
      id uuid primary key,
      staff_id uuid references users deferrable,
      about_id uuid references users deferrable,
      ticket_id uuid references tickets on delete set null,
      action text not null,
      reason text not null check (length(reason) between 3 and 1000),
      created_at timestamptz not null
    );
    create index on staff_actions (staff_id);
    create index on staff_actions (about_id, created_at desc);
    create index on staff_actions (ticket_id);
    create index on staff_actions (created_at);
  `)
