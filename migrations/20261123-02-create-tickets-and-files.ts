import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create table tickets (
      id uuid primary key,
      ref text not null unique,
      requester_id uuid references users deferrable,
      visitor_email citext check (length(visitor_email) <= 254),
      category text not null check (category in
        ('general', 'booking', 'payment', 'invoice', 'privacy', 'export', 'deletion', 'report')),
      queue text not null check (queue in ('support', 'privacy')),
      subject text not null check (length(subject) <= 200),
      status text not null check (status in ('open', 'answered', 'resolved')),
      assignee_id uuid references users deferrable,
      browser text,
      os text,
      due_at timestamptz not null,
      created_at timestamptz not null,
      resolved_at timestamptz,
      check ((status = 'resolved') = (resolved_at is not null)),
      check (category not in ('privacy', 'export', 'deletion') or queue = 'privacy')
    );
    create index on tickets (requester_id);
    create index on tickets (visitor_email) where visitor_email is not null;
    create index on tickets (assignee_id);
    create index on tickets (resolved_at);
    create index on tickets (queue, due_at) where status <> 'resolved';

    create table ticket_replies (
      id uuid primary key,
      ticket_id uuid not null references tickets on delete cascade,
      requester_id uuid references users deferrable,
      staff_id uuid references users deferrable,
      side text not null check (side in ('requester', 'staff')),
      body text not null check (length(body) <= 20000),
      created_at timestamptz not null,
      check (side = 'staff' or staff_id is null)
    );
    create index on ticket_replies (ticket_id, created_at);
    create index on ticket_replies (requester_id);
    create index on ticket_replies (staff_id);

    -- A table of its own, so that no query for the thread can ever show a note to its requester.
    create table ticket_notes (
      id uuid primary key,
      ticket_id uuid not null references tickets on delete cascade,
      requester_id uuid references users deferrable,
      staff_id uuid references users deferrable,
      body text not null check (length(body) <= 20000),
      created_at timestamptz not null
    );
    create index on ticket_notes (ticket_id, created_at);
    create index on ticket_notes (requester_id);
    create index on ticket_notes (staff_id);

    create table files (
      id uuid primary key,
      owner_id uuid references users deferrable,
      ticket_id uuid references tickets on delete cascade,
      reply_id uuid references ticket_replies on delete cascade,
      purpose text not null check (purpose in ('photo', 'attachment')),
      storage_key text not null unique,
      name text not null check (length(name) between 1 and 255),
      media_type text not null,
      bytes integer not null check (bytes > 0),
      sha256 text not null check (length(sha256) = 64),
      created_at timestamptz not null,
      check ((purpose = 'attachment') = (reply_id is not null)),
      check ((ticket_id is null) = (reply_id is null)),
      check (purpose = 'attachment' or owner_id is not null)
    );
    create index on files (owner_id);
    create index on files (ticket_id);
    create index on files (reply_id);
    alter table users add foreign key (photo_id) references files on delete set null deferrable;
    create index on users (photo_id);

    -- However a row goes, by erasure, retention or cascade, its object in file storage follows once that is committed.
    create function remove_object() returns trigger language plpgsql as $$
    begin
      if old.storage_key is not null and (tg_op = 'DELETE' or new.storage_key is distinct from old.storage_key) then
        perform graphile_worker.add_job('remove-object', json_build_object('key', old.storage_key));
      end if;
      return null;
    end $$;
    create trigger remove_object after delete or update of storage_key on files
      for each row execute function remove_object();
  `)
