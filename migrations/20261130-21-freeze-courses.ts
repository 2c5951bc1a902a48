import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- While a bank asks the payment of a course back, and for good once it has got all of it.
    alter table enrolments add frozen_at timestamptz;
  `)
