import { pool } from '../../src/db/pool.ts'
import { emptyTables } from './tables.ts'

const columns = `
  (select string_agg(quote_ident(column_name), ', ') from information_schema.columns
   where table_schema = 'public' and table_name = tablename and is_generated = 'NEVER')`

/** A statement for each table of ours; %1$s is its name, %2$s its columns. */
const forEveryTable = (statement: string) => `
  do $$
  declare this text;
  begin
    set local session_replication_role = replica;
    for this in
      select format('${statement}', quote_ident(tablename), ${columns}) from pg_tables
      where schemaname = 'public' and tablename <> 'migrations'
    loop
      execute this;
    end loop;
  end $$`

/** Takes down every row, so that a world that took long to make is there again for each test that changes it. */
export async function takeSnapshot() {
  await pool.query('drop schema if exists snapshot cascade; create schema snapshot')
  await pool.query(forEveryTable('create table snapshot.%1$s as table %1$s'))
}

export async function putBack() {
  await emptyTables()
  await pool.query(forEveryTable('insert into %1$s (%2$s) select %2$s from snapshot.%1$s'))
}

/** The next file of the same process finds the database as it was. */
export async function forgetSnapshot() {
  await pool.query('drop schema if exists snapshot cascade')
}
