import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create table enrolments (
      id uuid primary key,
      learner_id uuid not null references users deferrable,
      course_id uuid not null references courses,
      source text not null check (source in ('free', 'order')),
      created_at timestamptz not null,
      finished_at timestamptz,
      revoked_at timestamptz
    );
    create unique index enrolments_one_live on enrolments (learner_id, course_id) where revoked_at is null;
    create index on enrolments (learner_id);
    create index on enrolments (course_id);

    -- By lesson and not by enrolment: who comes back after a refund goes on where they were.
    create table lesson_progress (
      id uuid primary key,
      learner_id uuid not null references users deferrable,
      lesson_id uuid not null references lessons on delete cascade,
      position integer not null check (position >= 0),
      watched int4multirange not null,
      beat_at timestamptz not null,
      completed_at timestamptz,
      completed_how text check (completed_how in ('watched', 'marked')),
      unique (learner_id, lesson_id),
      check ((completed_at is null) = (completed_how is null))
    );
    create index on lesson_progress (lesson_id);

    create table lesson_notes (
      id uuid primary key,
      learner_id uuid not null references users deferrable,
      lesson_id uuid not null references lessons on delete cascade,
      body text not null check (length(body) between 1 and 20000),
      updated_at timestamptz not null,
      unique (learner_id, lesson_id)
    );
    create index on lesson_notes (lesson_id);

    create table certificates (
      id uuid primary key,
      enrolment_id uuid not null unique references enrolments on delete cascade,
      learner_id uuid not null references users deferrable,
      code text not null unique check (length(code) >= 10),
      shows_name boolean not null,
      issued_at timestamptz not null
    );
    create index on certificates (learner_id);

    create table wishlist_items (
      id uuid primary key,
      member_id uuid not null references users deferrable,
      course_id uuid not null references courses on delete cascade,
      price_seen_minor integer not null check (price_seen_minor >= 0),
      currency text not null,
      created_at timestamptz not null,
      unique (member_id, course_id)
    );
    create index on wishlist_items (course_id);

    create function count_learners() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' and old.revoked_at is null then
        update courses set learners_count = learners_count - 1 where id = old.course_id;
      end if;
      if tg_op <> 'DELETE' and new.revoked_at is null then
        update courses set learners_count = learners_count + 1 where id = new.course_id;
      end if;
      return null;
    end $$;
    create trigger count_learners after insert or delete or update of revoked_at on enrolments
      for each row execute function count_learners();

    -- A course outlives its author for the sake of those who took it. With the last of them it goes.
    create function drop_abandoned_course() returns trigger language plpgsql as $$
    begin
      delete from courses where id = old.course_id and author_id is null
        and not exists (select from enrolments where course_id = old.course_id);
      return null;
    end $$;
    create trigger drop_abandoned_course after delete on enrolments
      for each row execute function drop_abandoned_course();
  `)
