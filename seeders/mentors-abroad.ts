import type { Profile } from './profiles.ts'

/** Those who only meet people and teach no course: name, address, days here, zone, language, what they do, what they know. */
const people = `
  Arjun Menon | arjun | 390 | Asia/Kolkata | hi | Statistics for people who have to decide on Thursday | statistics, R, surveys
  Sujata Gurung | sujata | 205 | Asia/Kathmandu | ne | Trail maps, and how to read a valley | cartography, navigation, Nepali
  Hiroko Tanabe | hiroko | 365 | Asia/Tokyo | ja | Japanese for engineers, one manual at a time | Japanese, technical writing
  Somchai Rattana | somchai | 145 | Asia/Bangkok | th | Street food as a business with a till | cooking, pricing, Thai
  Parisa Sadeghi | parisa | 275 | Asia/Tehran | fa | Type that is set from right to left | typography, Persian, lettering
  Wiremu Parata | wiremu | 330 | Pacific/Auckland | en | Boats of plywood, and the courage to cut it | boat building, joinery, epoxy
  Bridget O’Dwyer | bridget | 180 | Australia/Adelaide | en | Vines, vinegar and small wineries | viticulture, soil, tasting
  Kaleo Akana | kaleo | 95 | Pacific/Honolulu | en | Slack-key guitar, slowly | guitar, singing, recording
  Denise Fournier | denise | 400 | America/Montreal | fr | Grant letters that are read to the end | writing, editing, French
  Marcus Hale | marcus | 310 | America/Chicago | en | Databases: what to index, what to leave alone | SQL, PostgreSQL, Python
  Ana Lucía Quispe | ana | 255 | America/Lima | es | Weaving on a loom you can carry | weaving, natural dyes, Spanish
  Beatriz Moura | beatriz | 290 | America/Sao_Paulo | pt | Public speaking for people who blush | public speaking, voice, Portuguese
  Owen Pike | owen | 120 | America/St_Johns | en | Knots, rigging and rope work | rigging, navigation, splicing
  Elif Kaya | elif | 340 | Europe/Istanbul | tr | Accounts for shops that open tomorrow | bookkeeping, budgets, Turkish
  Thandiwe Mokoena | thandiwe | 230 | Africa/Johannesburg | en | Interviews: what they ask, and why | interviews, careers, public speaking
  Kwame Asante | kwame | 165 | Africa/Accra | en | Solar roofs, from the sum to the screw | electrics, solar, surveying
  Sigríður Jónsdóttir | sigga | 375 | Atlantic/Reykjavik | is | Knitting without a pattern | knitting, darning, wool
`

const bios = [
  'I learnt it from people who had the patience to let me fail twice. I try to have it too.',
  'Most of my week is the work itself. A few hours of it I keep for those who begin.',
  'Send me what you have, unfinished. We start where it stops.',
]

type Line = [
  name: string,
  local: string,
  days: string,
  zone: string,
  language: string,
  headline: string,
  skills: string,
]
const lines = people
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' | ') as Line)

export const mentorsAbroad: Profile[] = lines.map(([name, local, days, timeZone, language, headline, skills], n) => ({
  ...{ name, email: `${local}@example.org`, days: Number(days), role: 'mentor', timeZone, language, headline },
  bio: bios[n % bios.length],
  slug: name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’]/g, '')
    .replaceAll('ð', 'd')
    .toLowerCase()
    .replaceAll(' ', '-'),
  skills: skills.split(', '),
  shown: ['headline', 'bio', 'skills'],
}))
