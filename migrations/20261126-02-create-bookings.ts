import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    -- What was booked is written down as it was then: a mentor may change a type, its price and its length.
    create table bookings (
      id uuid primary key,
      mentor_id uuid references users deferrable,
      mentee_id uuid references users deferrable,
      type_id uuid references session_types on delete set null,
      title text not null check (length(title) between 1 and 80),
      price_minor integer not null check (price_minor >= 0),
      currency text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      busy_from timestamptz not null check (busy_from <= starts_at),
      busy_until timestamptz not null check (busy_until >= ends_at),
      state text not null check (state in
        ('held', 'requested', 'confirmed', 'completed', 'declined', 'expired', 'cancelled')),
      hold_expires_at timestamptz,
      respond_by timestamptz,
      message text check (length(message) between 1 and 4000),
      mentee_zone text not null,
      mentor_words text check (length(mentor_words) <= 2000),
      ended_by text check (ended_by in ('mentor', 'mentee', 'staff', 'time')),
      ended_at timestamptz,
      refund_percent integer check (refund_percent between 0 and 100),
      outcome text check (outcome in ('met', 'mentor missing', 'mentee missing', 'neither came')),
      sequence integer not null check (sequence >= 0),
      client_token uuid not null,
      version integer not null,
      created_at timestamptz not null,
      unique (mentee_id, client_token),
      check (mentor_id <> mentee_id),
      check ((state = 'held') = (hold_expires_at is not null)),
      check ((state = 'requested') = (respond_by is not null)),
      check ((state in ('declined', 'expired', 'cancelled')) = (ended_at is not null)),
      check (outcome is null or state = 'completed'),
      constraint bookings_mentor_overlap exclude using gist
        (mentor_id with =, tstzrange(busy_from, busy_until) with &&) where (state in ('held', 'requested', 'confirmed')),
      constraint bookings_mentee_overlap exclude using gist
        (mentee_id with =, tstzrange(starts_at, ends_at) with &&) where (state in ('requested', 'confirmed'))
    );
    create index on bookings (mentor_id, starts_at desc);
    create index on bookings (mentee_id, starts_at desc);
    create index on bookings (type_id);
    create index on bookings (hold_expires_at) where state = 'held';
    create index on bookings (respond_by) where state = 'requested';
    create index on bookings (ends_at) where state = 'confirmed';

    -- When both have left it is nobody's.
    create function drop_nobodys_booking() returns trigger language plpgsql as $$
    begin
      delete from bookings where id = new.id and mentor_id is null and mentee_id is null;
      return null;
    end $$;
    create trigger drop_nobodys_booking after update of mentor_id, mentee_id on bookings
      for each row when (new.mentor_id is null and new.mentee_id is null) execute function drop_nobodys_booking();

    create table booking_moves (
      id uuid primary key,
      booking_id uuid not null references bookings on delete cascade,
      proposed_by text not null check (proposed_by in ('mentor', 'mentee')),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      state text not null check (state in ('open', 'accepted', 'refused', 'withdrawn')),
      created_at timestamptz not null
    );
    create unique index booking_moves_one_open on booking_moves (booking_id) where state = 'open';
    create index on booking_moves (booking_id);

    create table booking_events (
      id uuid primary key,
      booking_id uuid not null references bookings on delete cascade,
      what text not null,
      actor text not null check (actor in ('mentor', 'mentee', 'staff', 'time')),
      created_at timestamptz not null
    );
    create index on booking_events (booking_id, created_at);

    -- Each says how it was before they see what the other said, or after seven days.
    create table session_reviews (
      id uuid primary key,
      booking_id uuid not null references bookings on delete cascade,
      writer_id uuid references users deferrable,
      subject_id uuid references users deferrable,
      side text not null check (side in ('mentor', 'mentee')),
      rating integer not null check (rating between 1 and 5),
      body text check (length(body) <= 4000),
      created_at timestamptz not null,
      published_at timestamptz,
      unique (booking_id, side)
    );
    create index on session_reviews (writer_id);
    create index on session_reviews (subject_id, published_at desc);
    create index on session_reviews (created_at) where published_at is null;
  `)
