import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- Where a session meets at Zoom: on one of our hosts, who can hold one meeting at a time. Its number and the two links
    -- come later, from the queue.
    create table meetings (
      id uuid primary key,
      booking_id uuid not null unique references bookings on delete cascade,
      mentor_id uuid references users deferrable,
      mentee_id uuid references users deferrable,
      host text not null,
      busy_from timestamptz not null,
      busy_until timestamptz not null check (busy_until > busy_from),
      number text unique check (number ~ '^[0-9]{1,20}$'),
      mentor_registrant text check (length(mentor_registrant) <= 100),
      mentee_registrant text check (length(mentee_registrant) <= 100),
      mentor_link text check (mentor_link like 'http%' and length(mentor_link) <= 1000),
      mentee_link text check (mentee_link like 'http%' and length(mentee_link) <= 1000),
      created_at timestamptz not null,
      constraint meetings_host_overlap exclude using gist
        (host with =, tstzrange(busy_from, busy_until) with &&)
    );
    create index on meetings (mentor_id);
    create index on meetings (mentee_id);
    create index on meetings (busy_until);

    -- However a meeting goes, Zoom's goes after it.
    create function remove_meeting() returns trigger language plpgsql as $$
    begin
      if old.number is not null and (tg_op = 'DELETE' or new.number is distinct from old.number) then
        perform graphile_worker.add_job('remove-meeting', json_build_object('number', old.number), max_attempts := 13);
      end if;
      return null;
    end $$;
    create trigger remove_meeting after delete or update of number on meetings
      for each row execute function remove_meeting();

    -- Zoom lets a host make or change 100 meetings a day. We stop before.
    create table zoom_days (
      id uuid primary key,
      host text not null,
      day date not null,
      calls integer not null constraint zoom_days_most check (calls between 1 and 90),
      unique (host, day)
    );
    create index on zoom_days (day);

    -- Who opened the door of a session, and who was in the room, until it is settled who came.
    create table session_visits (
      id uuid primary key,
      booking_id uuid not null references bookings on delete cascade,
      member_id uuid not null references users deferrable,
      side text not null check (side in ('mentor', 'mentee')),
      what text not null check (what in ('opened', 'joined', 'left')),
      created_at timestamptz not null,
      unique (booking_id, side, what, created_at)
    );
    create index on session_visits (member_id);
    create index on session_visits (created_at);

    -- An address that calendars read by themselves. A new one takes the place of the old; the old is nobody's then.
    create table calendar_feeds (
      id uuid primary key,
      member_id uuid not null unique references users deferrable,
      created_at timestamptz not null
    );

    -- "Tell me when an evening opens": a day of the week, a part of the day, or any.
    create table time_wishes (
      id uuid primary key,
      profile_id uuid not null references mentor_profiles on delete cascade,
      member_id uuid not null references users deferrable,
      weekday integer check (weekday between 1 and 7),
      part text check (part in ('morning', 'afternoon', 'evening')),
      created_at timestamptz not null,
      told_at timestamptz,
      unique nulls not distinct (profile_id, member_id, weekday, part)
    );
    create index on time_wishes (member_id);

    alter table bookings
      add day_reminded_at timestamptz,
      add hour_reminded_at timestamptz;
    create index on bookings (starts_at) where state = 'confirmed';
  `)
