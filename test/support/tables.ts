import { pool } from '../../src/db/pool.ts'

/** Twenty times as fast as TRUNCATE for tables with a few rows; triggers and foreign keys have no say in it. */
const statement = `
  do $$
  declare this text;
  begin
    set local session_replication_role = replica;
    for this in
      select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname = 'public' and tablename <> 'migrations'
         or schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues')
    loop
      execute 'delete from ' || this;
    end loop;
    perform setval(format('%I.%I', schemaname, sequencename), start_value, false)
      from pg_sequences where schemaname = 'public' and last_value is not null;
  end $$`

/** Empties every table of ours, and the queue. */
export async function emptyTables() {
  await pool.query(statement)
}
