import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create extension if not exists pg_trgm;

    create table courses (
      id uuid primary key,
      author_id uuid references users deferrable,
      slug citext not null unique,
      title text not null check (length(title) between 1 and 120),
      summary text not null check (length(summary) <= 300),
      description text not null check (length(description) <= 20000),
      outcomes text not null check (length(outcomes) <= 2000),
      topic text not null check (topic in ('code', 'craft', 'design', 'languages', 'music', 'money')),
      level text not null check (level in ('beginner', 'intermediate', 'advanced')),
      price_minor integer not null check (price_minor between 0 and 1000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      status text not null check (status in ('draft', 'published', 'closed')),
      learners_count integer not null default 0 check (learners_count >= 0),
      rating_count integer not null default 0 check (rating_count >= 0),
      rating_sum integer not null default 0 check (rating_sum between rating_count and 5 * rating_count),
      created_at timestamptz not null,
      published_at timestamptz,
      closed_at timestamptz,
      check (status <> 'published' or author_id is not null),
      check ((status = 'draft') = (published_at is null)),
      check ((status = 'closed') = (closed_at is not null))
    );
    create index on courses (author_id);
    create index on courses (published_at desc, id desc) where status = 'published';
    create index on courses (topic, published_at desc, id desc) where status = 'published';
    create index on courses (learners_count desc, id desc) where status = 'published';
    create index on courses (price_minor, id) where status = 'published';
    create index courses_words on courses
      using gin (to_tsvector('english', title || ' ' || summary || ' ' || description)) where status = 'published';
    create index courses_title on courses using gin (title gin_trgm_ops) where status = 'published';

    create table course_sections (
      id uuid primary key,
      course_id uuid not null references courses on delete cascade,
      author_id uuid references users deferrable,
      position integer not null check (position >= 0),
      title text not null check (length(title) between 1 and 120),
      unique (id, course_id),
      constraint course_sections_order unique (course_id, position) deferrable initially deferred
    );
    create index on course_sections (author_id);

    create table lessons (
      id uuid primary key,
      course_id uuid not null references courses on delete cascade,
      section_id uuid not null,
      author_id uuid references users deferrable,
      position integer not null check (position >= 0),
      title text not null check (length(title) between 1 and 120),
      kind text not null check (kind in ('video', 'text', 'file')),
      body text not null check (length(body) <= 50000),
      transcript text check (length(transcript) <= 200000),
      captions text check (length(captions) <= 400000),
      is_preview boolean not null,
      created_at timestamptz not null,
      archived_at timestamptz,
      unique (id, course_id),
      foreign key (section_id, course_id) references course_sections (id, course_id),
      constraint lessons_order unique (section_id, position) deferrable initially deferred
    );
    create index on lessons (course_id);
    create index on lessons (author_id);

    -- The id is all that Bunny is told of a video; the guid is what Bunny calls it.
    create table videos (
      id uuid primary key,
      lesson_id uuid not null unique references lessons on delete cascade,
      author_id uuid references users deferrable,
      guid text unique,
      state text not null check (state in ('waiting', 'encoding', 'ready', 'failed')),
      seconds integer check (seconds > 0),
      created_at timestamptz not null,
      check (state <> 'ready' or (guid is not null and seconds is not null))
    );
    create index on videos (author_id);
    create index on videos (created_at) where state in ('waiting', 'encoding');

    -- However a row goes, the video at Bunny follows once that is committed.
    create function remove_video() returns trigger language plpgsql as $$
    begin
      if old.guid is not null and (tg_op = 'DELETE' or new.guid is distinct from old.guid) then
        perform graphile_worker.add_job('remove-video', json_build_object('guid', old.guid), max_attempts := 13);
      end if;
      return null;
    end $$;
    create trigger remove_video after delete or update of guid on videos for each row execute function remove_video();

    create table lesson_files (
      id uuid primary key,
      lesson_id uuid not null references lessons on delete cascade,
      author_id uuid references users deferrable,
      storage_key text not null unique,
      name text not null check (length(name) between 1 and 255),
      media_type text not null,
      bytes integer not null check (bytes > 0),
      sha256 text not null check (length(sha256) = 64),
      created_at timestamptz not null
    );
    create index on lesson_files (lesson_id);
    create index on lesson_files (author_id);
    create trigger remove_object after delete or update of storage_key on lesson_files
      for each row execute function remove_object();
  `)
