import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- A film on its way: the one before stays until this one is there.
    alter table videos add column incoming_guid text unique, add check (incoming_guid <> guid);

    create or replace function remove_video() returns trigger language plpgsql as $$
    declare
      gone text;
    begin
      foreach gone in array array_remove(array[old.guid, old.incoming_guid], null) loop
        if tg_op = 'DELETE' or (new.guid is distinct from gone and new.incoming_guid is distinct from gone) then
          perform graphile_worker.add_job('remove-video', json_build_object('guid', gone), max_attempts := 13);
        end if;
      end loop;
      return null;
    end $$;
    drop trigger remove_video on videos;
    create trigger remove_video after delete or update of guid, incoming_guid on videos
      for each row execute function remove_video();

    -- However captions change, be it that their author is forgotten, Bunny's change after them.
    create function send_captions() returns trigger language plpgsql as $$
    begin
      if new.captions is distinct from old.captions then
        perform graphile_worker.add_job('send-captions', json_build_object('lesson', new.id),
          job_key := 'send-captions/' || new.id, max_attempts := 13);
      end if;
      return null;
    end $$;
    create trigger send_captions after update of captions on lessons for each row execute function send_captions();
  `)
