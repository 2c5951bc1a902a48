import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create index on alarms (resolved_at);
    create index on erasures (erased_at);
    create index on legal_holds (released_at);
    create index on sealed_envelopes (created_at);
  `)
