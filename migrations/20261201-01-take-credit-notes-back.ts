import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- A refund that comes back after it had arrived has its credit note taken back by an invoice, and gets another once it
    -- is sent again. Of one document one stands in the place, or takes it back.
    alter table invoices drop constraint invoices_refund_id_key;
    create index on invoices (refund_id);
    create unique index invoices_taken_back_once on invoices (corrects_id) where kind = 'invoice';
  `)
