import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    create table reviews (
      id uuid primary key,
      course_id uuid not null references courses on delete cascade,
      enrolment_id uuid unique references enrolments on delete set null,
      writer_id uuid references users deferrable,
      rating integer not null check (rating between 1 and 5),
      body text check (length(body) <= 4000),
      counts boolean not null,
      created_at timestamptz not null,
      edited_at timestamptz,
      author_id uuid references users deferrable,
      answer text check (length(answer) <= 4000),
      answered_at timestamptz,
      removed_at timestamptz,
      removed_because text check (removed_because in ('abuse', 'spam', 'private', 'illegal', 'off topic')),
      check ((removed_at is null) = (removed_because is null))
    );
    create index on reviews (course_id, created_at desc, id desc) where removed_at is null;
    create index on reviews (course_id);
    create index on reviews (writer_id);
    create index on reviews (author_id);

    -- What a review said before it was changed.
    create table review_versions (
      id uuid primary key,
      review_id uuid not null references reviews on delete cascade,
      writer_id uuid references users deferrable,
      rating integer not null,
      body text,
      created_at timestamptz not null
    );
    create index on review_versions (review_id);
    create index on review_versions (writer_id);

    -- A removed review counts no more, nor does one whose money went back.
    create function count_rating() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' and old.counts and old.removed_at is null then
        update courses set rating_count = rating_count - 1, rating_sum = rating_sum - old.rating where id = old.course_id;
      end if;
      if tg_op <> 'DELETE' and new.counts and new.removed_at is null then
        update courses set rating_count = rating_count + 1, rating_sum = rating_sum + new.rating where id = new.course_id;
      end if;
      return null;
    end $$;
    create trigger count_rating after insert or delete or update of rating, counts, removed_at on reviews
      for each row execute function count_rating();

    -- A deleted comment with answers stays as a gap: without words, and without whoever wrote them.
    create table comments (
      id uuid primary key,
      lesson_id uuid not null references lessons on delete cascade,
      parent_id uuid,
      writer_id uuid references users deferrable,
      body text check (length(body) between 1 and 4000),
      created_at timestamptz not null,
      edited_at timestamptz,
      deleted_at timestamptz,
      removed_at timestamptz,
      removed_because text check (removed_because in ('abuse', 'spam', 'private', 'illegal', 'off topic')),
      unique (id, lesson_id),
      foreign key (parent_id, lesson_id) references comments (id, lesson_id) on delete set null (parent_id),
      check ((removed_at is null) = (removed_because is null)),
      check (deleted_at is null or body is null)
    );
    create index on comments (lesson_id, created_at, id);
    create index on comments (parent_id);
    create index on comments (writer_id);

    create function keep_comments_flat() returns trigger language plpgsql as $$
    begin
      if exists (select from comments where id = new.parent_id and parent_id is not null) then
        raise exception 'an answer has no answers' using errcode = 'check_violation', constraint = 'comments_one_level';
      end if;
      return new;
    end $$;
    create trigger keep_comments_flat before insert or update of parent_id on comments
      for each row when (new.parent_id is not null) execute function keep_comments_flat();

    create table reports (
      id uuid primary key,
      reporter_id uuid references users deferrable,
      review_id uuid references reviews on delete cascade,
      comment_id uuid references comments on delete cascade,
      reason text not null check (reason in ('abuse', 'spam', 'private', 'illegal', 'off topic')),
      words text check (length(words) <= 2000),
      state text not null check (state in ('open', 'upheld', 'dismissed')),
      created_at timestamptz not null,
      decided_by uuid references users deferrable,
      decided_at timestamptz,
      check (num_nonnulls(review_id, comment_id) = 1),
      check ((state = 'open') = (decided_at is null)),
      unique (reporter_id, review_id),
      unique (reporter_id, comment_id)
    );
    create index on reports (reporter_id);
    create index on reports (review_id);
    create index on reports (comment_id);
    create index on reports (decided_by);
    create index on reports (decided_at);
    create index on reports (created_at) where state = 'open';
  `)
