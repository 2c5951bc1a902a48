import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- Jobs ask every few minutes which holds nobody paid for, and every hour who came lately: not of every session there was.
    create index on bookings (ended_at) where state = 'expired' and ended_by = 'mentee';
    create index on bookings (ends_at) where state = 'completed';
  `)
