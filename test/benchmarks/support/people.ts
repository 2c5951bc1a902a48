/** "$2b$10$xxx…", of no password, without the dollars that would be taken for parameters. */
const digest = `concat_ws(chr(36), '', '2b', '10', repeat('x', 53))`

/** What is told apart, as SQL over the number n of a person. */
type Look = { headline?: string; skills?: string; shown?: string; zone?: string }

/** A statement for so many people of a kind, numbered by n: the same ones whenever it is sent. */
export function people(kind: string, number: number, role: 'mentor' | 'mentee', look: Look = {}) {
  const { headline = 'Teaches', skills = `'{}'`, shown = 'headline', zone = `'UTC'` } = look
  return `
  insert into users (id, subject_id, name, email, email_verified_at, password_digest, role, slug, headline, skills, links, shown,
    time_zone, language, over16, marketing, analytics, contributions, created_at)
  select md5('${kind} ' || n)::uuid, md5('${kind} subject ' || n)::uuid, 'Person Number' || n, '${kind}-' || n || '@example.net', now(),
    ${digest}, '${role}', case '${role}' when 'mentor' then 'mentor-' || n end, '${headline}', ${skills}, '{}', '{${shown}}',
    ${zone}, 'en', true, false, true, 'delete', now() - interval '1 year'
  from generate_series(1, ${number}) n`
}
