import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create extension if not exists btree_gist;

    create table mentor_applications (
      id uuid primary key,
      member_id uuid not null references users deferrable,
      what text not null check (length(what) between 1 and 2000),
      why text not null check (length(why) between 1 and 2000),
      links text[] not null check (cardinality(links) <= 5),
      state text not null check (state in ('waiting', 'returned', 'accepted', 'refused')),
      feedback text check (length(feedback) <= 2000),
      created_at timestamptz not null,
      decided_by uuid references users deferrable,
      decided_at timestamptz,
      check ((state = 'waiting') = (decided_at is null)),
      check (state not in ('returned', 'refused') or feedback is not null)
    );
    create unique index mentor_applications_one_open on mentor_applications (member_id)
      where state in ('waiting', 'returned');
    create index on mentor_applications (member_id);
    create index on mentor_applications (decided_by);
    create index on mentor_applications (created_at) where state = 'waiting';

    -- next_free_at is worked out again whenever hours or bookings change, and every night.
    create table mentor_profiles (
      id uuid primary key,
      mentor_id uuid not null unique references users deferrable,
      listing text not null check (listing in ('listed', 'paused', 'closed')),
      languages text[] not null check (cardinality(languages) <= 10),
      notice_minutes integer not null check (notice_minutes between 0 and 20160),
      horizon_days integer not null check (horizon_days between 1 and 180),
      buffer_before integer not null check (buffer_before between 0 and 120),
      buffer_after integer not null check (buffer_after between 0 and 120),
      max_per_day integer check (max_per_day between 1 and 20),
      next_free_at timestamptz,
      created_at timestamptz not null
    );
    create index on mentor_profiles (next_free_at, id) where listing = 'listed';

    create table session_types (
      id uuid primary key,
      mentor_id uuid not null references users deferrable,
      title text not null check (length(title) between 1 and 80),
      description text not null check (length(description) <= 1000),
      minutes integer not null check (minutes between 15 and 240 and minutes % 5 = 0),
      price_minor integer not null check (price_minor between 0 and 1000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      needs_approval boolean not null,
      created_at timestamptz not null,
      archived_at timestamptz,
      unique (id, mentor_id)
    );
    create index on session_types (mentor_id);

    -- On the clock that hangs on the mentor's wall: an ISO weekday, minutes since midnight.
    create table weekly_hours (
      id uuid primary key,
      mentor_id uuid not null references users deferrable,
      weekday integer not null check (weekday between 1 and 7),
      start_minute integer not null check (start_minute between 0 and 1439),
      end_minute integer not null check (end_minute between 1 and 1440),
      check (end_minute > start_minute),
      constraint weekly_hours_overlap exclude using gist
        (mentor_id with =, weekday with =, int4range(start_minute, end_minute) with &&)
    );
    create index on weekly_hours (mentor_id);

    create table single_times (
      id uuid primary key,
      mentor_id uuid not null references users deferrable,
      kind text not null check (kind in ('open', 'away')),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      constraint single_times_overlap exclude using gist
        (mentor_id with =, kind with =, tstzrange(starts_at, ends_at) with &&)
    );
    create index on single_times (mentor_id);
    create index on single_times (ends_at);
  `)
