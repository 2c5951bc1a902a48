import type { Migration } from '../src/db/migrator.ts'

/** A column that names a person has no ON DELETE: a row that an erasure forgets must stop the erasure. */
export const up: Migration = (sql) =>
  sql(`
    create extension if not exists citext;

    create table users (
      id uuid primary key,
      subject_id uuid not null unique,
      name text not null check (length(name) between 1 and 80),
      email citext not null unique check (length(email) <= 254),
      email_verified_at timestamptz,
      password_digest text not null check (password_digest like '$2b$%'),
      role text not null check (role in ('mentee', 'mentor', 'support', 'privacy', 'admin')),
      slug citext unique,
      headline text check (length(headline) <= 120),
      bio text check (length(bio) <= 4000),
      skills text[] not null check (cardinality(skills) <= 20),
      links text[] not null check (cardinality(links) <= 10),
      shown text[] not null check (shown <@ array['photo', 'headline', 'bio', 'skills', 'links']),
      photo_id uuid,
      time_zone text not null,
      language text not null,
      over16 boolean not null check (over16),
      marketing boolean not null,
      analytics boolean not null,
      suspended_at timestamptz,
      erasure_asked_at timestamptz,
      erasure_due_at timestamptz,
      contributions text not null check (contributions in ('delete', 'anonymise')),
      created_at timestamptz not null,
      check ((erasure_asked_at is null) = (erasure_due_at is null)),
      check (erasure_due_at <= erasure_asked_at + interval '30 days')
    );
    create index on users (erasure_due_at) where erasure_due_at is not null;

    create table sign_ins (
      id uuid primary key,
      user_id uuid not null references users deferrable,
      outcome text not null check (outcome in ('signed in', 'refused')),
      ip inet not null,
      place text not null,
      new_place boolean not null,
      browser text,
      os text,
      created_at timestamptz not null
    );
    create index on sign_ins (user_id, created_at desc);
    create index on sign_ins (created_at);

    -- connect-pg-simple writes the first three columns; the others let a session be found by its person.
    create table sessions (
      sid text primary key,
      sess jsonb not null,
      expire timestamptz not null,
      user_id uuid generated always as ((sess ->> 'userId')::uuid) stored references users deferrable,
      sign_in_id uuid generated always as ((sess ->> 'signInId')::uuid) stored
    );
    create index on sessions (user_id);
    create index on sessions (expire);

    create table account_tokens (
      id uuid primary key,
      user_id uuid not null references users deferrable,
      purpose text not null check (purpose in ('verify', 'reset', 'change', 'undo')),
      address citext,
      expires_at timestamptz not null,
      used_at timestamptz,
      created_at timestamptz not null
    );
    create index on account_tokens (user_id);
    create index on account_tokens (expires_at);

    create table consents (
      id uuid primary key,
      user_id uuid not null references users deferrable,
      purpose text not null check (purpose in ('terms', 'marketing', 'analytics')),
      granted boolean not null,
      wording text not null,
      created_at timestamptz not null
    );
    create index on consents (user_id);
  `)
