import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- A view of a page, a lesson begun or finished. No address, no cookie; a visitor has no row that leads to them.
    create table usage_events (
      id uuid primary key,
      member_id uuid references users deferrable,
      what text not null check (what in ('page', 'lesson started', 'lesson finished')),
      page text not null,
      arrived boolean not null,
      lesson_id uuid references lessons on delete cascade,
      browser text,
      os text,
      created_at timestamptz not null
    );
    create index on usage_events (member_id);
    create index on usage_events (lesson_id);
    create index on usage_events (created_at);

    create table usage_daily (
      id uuid primary key,
      day date not null,
      what text not null,
      page text not null,
      browser text not null,
      os text not null,
      times integer not null check (times > 0),
      people integer not null check (people >= 5),
      unique (day, what, page, browser, os)
    );
    create index on usage_daily (day);
  `)
