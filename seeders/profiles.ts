import type { CreationAttributes } from 'sequelize'
import type { User } from '../src/models/index.ts'

export type Profile = Omit<CreationAttributes<User>, 'passwordDigest' | 'over16'> & { days: number }

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
    headline: 'Hand-tool joinery, from a rough board to a fitted drawer',
    bio: 'I make furniture in Brno and have taught in the evenings since 2017. My students are mostly programmers, nurses and one judge.\n\nBring something you are stuck on. We look at it through your camera, find the cut that went wrong, and you make the next one while I watch.',
    skills: ['joinery', 'sharpening', 'technical drawing', 'wood finishing'],
    links: ['https://rehak-joinery.example', 'https://video.example/@tomas-rehak'],
    shown: ['photo', 'headline', 'bio', 'skills', 'links'],
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
