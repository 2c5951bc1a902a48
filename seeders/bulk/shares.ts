import { courseShares } from './course-shares.ts'
import { learningShares } from './learning-shares.ts'
import { mentoringShares } from './mentoring-shares.ts'
import { id, oneOf, userId } from './parts.ts'

const ticketId = id('ticket', 'n', "since + interval '20 days'")

const subjects = ['Where do I change my photo?', 'The video has no sound', 'My link has expired', 'How do I cancel?']
const questions = [
  'I looked everywhere and did not find it.',
  'It worked yesterday. Today it does not.',
  'Can you help me?',
]
const browsers = ['Firefox 145.0', 'Chrome 143.0', 'Safari 26.1']
const systems = ['Linux', 'Windows 11', 'macOS 26', 'Android 16']

/** What newcomers bring to each table, one statement a table, in an order that the keys allow. */
export const shares: Record<string, string> = {
  users: `
    insert into users (id, subject_id, name, email, email_verified_at, password_digest, role, slug, headline, skills,
      links, shown, time_zone, language, over16, marketing, analytics, contributions, created_at)
    select ${userId}, ${id('subject', 'n', 'since')}, name, slug || '@example.net', since, $passwordDigest,
      case n % 8 when 0 then 'mentor' else 'mentee' end, case n % 8 when 0 then slug end,
      case n % 8 when 0 then 'Ask me about my trade' end, '{}', '{}', case n % 8 when 0 then '{headline}' else '{}' end::text[],
      ${oneOf(['UTC', 'Europe/Berlin', 'Europe/Lisbon'], 'n')}, ${oneOf(['en', 'de', 'pt'], 'n')},
      true, n % 4 = 0, n % 5 > 0, 'delete', since from newcomers`,

  consents: `
    insert into consents (id, user_id, purpose, granted, wording, created_at)
    select ${id('terms', 'n', 'since')}, ${userId}, 'terms', true, 'I agree to the terms, and I am 16 or older', since
    from newcomers
    union all
    select ${id('marketing', 'n', 'since')}, ${userId}, 'marketing', true, 'Tell me by mail what is new', since
    from newcomers where n % 4 = 0`,

  sign_ins: `
    insert into sign_ins (id, user_id, outcome, ip, place, new_place, browser, os, created_at)
    select ${id('sign-in', "n || ' ' || visit", 'at')}, ${userId}, 'signed in', ('203.0.113.' || n % 250)::inet,
      '203.0.113.0/24', visit = 1, ${oneOf(browsers, 'n')}, ${oneOf(systems, 'n')}, at
    from newcomers, generate_series(1, 3) visit,
      lateral (select since + (now() - since) * visit / 4 as at) visited
    where at > now() - interval '90 days'`,

  tickets: `
    insert into tickets (id, ref, requester_id, category, queue, subject, status, browser, os, due_at, created_at, resolved_at)
    select ${ticketId}, 'TR-B' || n, ${userId}, 'general', 'support', ${oneOf(subjects, 'n')},
      case when done < now() then 'resolved' else 'answered' end, ${oneOf(browsers, 'n')}, ${oneOf(systems, 'n')},
      at + interval '3 days', at, case when done < now() then done end
    from newcomers, lateral (select since + interval '20 days' as at, since + interval '27 days' as done) days
    where n % 3 = 0 and at < now()`,

  ticket_replies: `
    insert into ticket_replies (id, ticket_id, requester_id, side, body, created_at)
    select ${id('reply', "n || ' ' || turn", 'at')}, ${ticketId}, ${userId},
      case turn % 2 when 1 then 'requester' else 'staff' end,
      case turn when 1 then ${oneOf(questions, 'n')} when 2 then 'Hello ' || name || ', please try it once more now.'
        else 'It works again, thank you.' end, at
    from newcomers, generate_series(1, 3) turn,
      lateral (select since + make_interval(days => 19 + turn) as at) written
    where n % 3 = 0 and since + interval '20 days' < now()`,

  mails: `
    insert into mails (id, user_id, ticket_id, template, status, attempts, created_at, settled_at)
    select ${id('mail', "n || ' ' || template", 'at')}, ${userId}, case when template like 'ticket%' then ${ticketId} end,
      template, 'sent', 1, at, at
    from newcomers, (values ('verify-address', 0), ('ticket-opened', 20), ('ticket-answered', 21)) letters (template, day),
      lateral (select since + make_interval(days => day) as at) posted
    where (day = 0 or n % 3 = 0) and since + interval '20 days' < now() and at between now() - interval '1 year' and now()`,

  disclosures: `
    insert into disclosures (id, user_id, processor, purpose, fields, created_at)
    select ${id('disclosure', "n || ' verify-address'", 'since')}, ${userId}, 'mail', 'verify-address', '{users.email}', since
    from newcomers`,

  ...courseShares,
  ...learningShares,
  ...mentoringShares,
}
