import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create table mails (
      id uuid primary key,
      user_id uuid references users deferrable,
      ticket_id uuid references tickets on delete cascade,
      template text not null,
      about_id uuid,
      status text not null check (status in ('queued', 'sent', 'given up', 'dropped')),
      attempts integer not null,
      created_at timestamptz not null,
      settled_at timestamptz,
      check ((status = 'queued') = (settled_at is null))
    );
    create index on mails (user_id, created_at desc);
    create index on mails (ticket_id);
    create index on mails (created_at);
    create index on mails (status) where status in ('queued', 'given up');

    create table job_runs (
      id uuid primary key,
      job text not null,
      scheduled_for timestamptz not null,
      dry_run boolean not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text check (outcome in ('done', 'failed')),
      detail jsonb
    );
    create unique index job_runs_claim on job_runs (job, scheduled_for) where not dry_run;
    create index on job_runs (job, started_at desc);
    create index on job_runs (started_at);

    create table alarms (
      id uuid primary key,
      kind text not null,
      detail text not null,
      created_at timestamptz not null,
      resolved_by uuid references users deferrable,
      resolved_at timestamptz
    );
    create index on alarms (created_at) where resolved_at is null;
    create index on alarms (resolved_by);

    create table promise_checks (
      id uuid primary key,
      promise text not null check (promise ~ '^P[0-9]{2}$'),
      state text not null check (state in ('kept', 'watched', 'broken')),
      figure text not null,
      checked_at timestamptz not null
    );
    create index on promise_checks (promise, checked_at desc);
    create index on promise_checks (checked_at);

    -- The key is a keyed hash of an account or a client, which changes every day; rate-limiter-flexible writes this.
    create table rate_limits (
      key text primary key,
      points integer not null,
      expire bigint
    );
    create index on rate_limits (expire);
  `)
