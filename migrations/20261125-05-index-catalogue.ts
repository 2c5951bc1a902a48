import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- The best rated first; below three ratings there is no mean. Services order by these very words.
    create index courses_rating on courses (
      coalesce(case when rating_count >= 3 then rating_sum::float8 / rating_count end, 0) desc, id desc
    ) where status = 'published';

    -- What a mentor's page says of them, and nothing that they do not show.
    create function shown_words(name text, headline text, skills text[], shown text[]) returns tsvector
      immutable parallel safe language sql
      return to_tsvector('english'::regconfig, name
        || case when 'headline' = any(shown) then ' ' || coalesce(headline, '') else '' end)
        || case when 'skills' = any(shown) then to_tsvector('english'::regconfig, array_to_string(skills, ' ')) else ''::tsvector end;
    create index users_shown_words on users using gin (shown_words(name, headline, skills, shown)) where role = 'mentor';
    create index users_names on users using gin (name gin_trgm_ops) where role = 'mentor';
  `)
