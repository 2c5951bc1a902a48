import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    alter table session_reviews
      add column removed_at timestamptz,
      add column removed_because text check (removed_because in ('abuse', 'spam', 'private', 'illegal', 'off topic')),
      add check ((removed_at is null) = (removed_because is null)),
      add check (removed_at is null or published_at is not null);

    -- What mentees say of mentors can be reported as well, and is about one thing as every report is.
    alter table reports
      add column session_review_id uuid references session_reviews on delete cascade,
      drop constraint reports_check,
      add constraint reports_one_thing check (num_nonnulls(review_id, comment_id, session_review_id) = 1),
      add unique (reporter_id, session_review_id);
    create index on reports (session_review_id);

    -- Profiles of mentors who could help instead, as it was when the mentor let the session go.
    alter table bookings add column similar_ids uuid[] not null default '{}';
  `)
