import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- How many different seconds of a video somebody has seen; what lies behind its end does not count.
    create or replace function seconds_in(watched int4multirange, ends integer) returns integer
      language sql immutable parallel safe as $$
        select coalesce(sum(upper(part) - lower(part)), 0)::integer
        from unnest(watched * int4multirange(int4range(0, coalesce(ends, 0)))) as part
      $$;
  `)
