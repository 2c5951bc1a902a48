import type pg from 'pg'

/** A hundred rows a person: ten tickets with sixty replies, twenty sign-ins, nine letters and the account. */
export const ROWS_A_PERSON = 100

/** The same people with the same ids whenever it is called: what is done here can be repeated word for word elsewhere. */
export async function fillWithPeople(client: pg.ClientBase, people: number) {
  await client.query(`
    insert into users (id, subject_id, name, email, email_verified_at, password_digest, role, skills, links, shown,
      time_zone, language, over16, marketing, analytics, contributions, erasure_asked_at, erasure_due_at, created_at)
    select md5('user ' || n)::uuid, md5('subject ' || n)::uuid, 'Person Number' || n, 'person-' || n || '@example.net', now(),
      '$2b$10$' || repeat('x', 53), 'mentee', '{}', '{}', '{}', 'UTC', 'en', true, false, true, 'delete',
      now() - interval '15 days', now() - interval '1 day', now() - interval '1 year'
    from generate_series(1, ${people}) as n;

    insert into tickets (id, ref, requester_id, category, queue, subject, status, due_at, created_at, resolved_at)
    select md5('ticket ' || n || ' ' || k)::uuid, 'TR-' || n || '-' || k, md5('user ' || n)::uuid, 'general', 'support',
      'The sound is gone, number ' || k, 'resolved', now(), now() - interval '100 days', now() - interval '90 days'
    from generate_series(1, ${people}) as n, generate_series(1, 10) as k;

    insert into ticket_replies (id, ticket_id, requester_id, side, body, created_at)
    select md5('reply ' || n || ' ' || k)::uuid, md5('ticket ' || n || ' ' || (k % 10 + 1))::uuid, md5('user ' || n)::uuid,
      'requester', repeat('I have tried it again with another browser, and it is the same. ', 3) || 'Person Number' || n,
      now() - interval '95 days'
    from generate_series(1, ${people}) as n, generate_series(1, 60) as k;

    insert into sign_ins (id, user_id, outcome, ip, place, new_place, created_at)
    select md5('sign-in ' || n || ' ' || k)::uuid, md5('user ' || n)::uuid, 'signed in', '203.0.113.7', '203.0.113.0/24', false,
      now() - interval '10 days'
    from generate_series(1, ${people}) as n, generate_series(1, 20) as k;

    insert into mails (id, user_id, template, status, attempts, created_at, settled_at)
    select md5('mail ' || n || ' ' || k)::uuid, md5('user ' || n)::uuid, 'new-place', 'sent', 1, now(), now()
    from generate_series(1, ${people}) as n, generate_series(1, 9) as k;
  `)
  await client.query('vacuum analyze')
}
