import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create index on provider_events (received_at, id) where handled_at is null;
  `)
