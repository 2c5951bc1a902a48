import type { CreationAttributes } from 'sequelize'
import type { User } from '../src/models/index.ts'

type Profile = Omit<CreationAttributes<User>, 'passwordDigest' | 'over16'> & { days: number }

/** Who lives in the demo world; days says for how long. Tomáš shows all of himself, Ingrid a part, Jonas nothing. */
export const profiles: Profile[] = [
  {
    name: 'Maya Lindqvist',
    email: 'maya@example.org',
    role: 'mentee',
    days: 140,
    headline: 'Nurse, learning to program in the evenings',
    bio: 'I work shifts on a children’s ward and want to build the rota tool that we all wish for.',
    skills: ['Python', 'spreadsheets'],
    timeZone: 'Europe/Stockholm',
    language: 'sv',
  },
  {
    name: 'Tomáš Řehák',
    email: 'tomas@example.org',
    role: 'mentor',
    days: 410,
    slug: 'tomas-rehak',
    headline: 'Databases that stay fast when people come',
    bio: 'Twelve years with PostgreSQL, half of them on call.\n\nI look at your schema with you, ask what it has to answer, and we take away what it does not need. You leave with a plan on one page.',
    skills: ['PostgreSQL', 'SQL', 'data modelling', 'code review'],
    links: ['https://tomas-rehak.example', 'https://code.example/trehak'],
    shown: ['headline', 'bio', 'skills', 'links'],
    timeZone: 'Europe/Prague',
    language: 'cs',
  },
  {
    name: 'Ingrid Aas',
    email: 'ingrid@example.org',
    role: 'mentor',
    days: 260,
    slug: 'ingrid-aas',
    headline: 'Speaking to a room without a script',
    bio: 'Former court interpreter. I teach calm.',
    skills: ['public speaking', 'Norwegian', 'German'],
    shown: ['headline', 'skills'],
    timeZone: 'Europe/Oslo',
    language: 'nb',
  },
  {
    name: 'Jonas Weber',
    email: 'jonas@example.org',
    role: 'mentor',
    days: 21,
    headline: 'Woodwork for people with small kitchens',
    timeZone: 'Europe/Berlin',
    language: 'de',
  },
  { name: 'Chiamaka Obi', email: 'chiamaka@example.org', role: 'mentee', days: 65, marketing: true, language: 'en' },
  { name: 'Luís Ferreira', email: 'luis@example.org', role: 'mentee', days: 12, analytics: false, language: 'pt' },
  { name: 'Sam Carter', email: 'sam@example.org', role: 'support', days: 500, timeZone: 'Europe/Dublin' },
  { name: 'Petra Vogel', email: 'petra@example.org', role: 'privacy', days: 480, timeZone: 'Europe/Vienna' },
  { name: 'Ada Moreau', email: 'ada@example.org', role: 'admin', days: 620, timeZone: 'Europe/Paris' },
]
