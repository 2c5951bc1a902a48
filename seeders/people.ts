import path from 'node:path'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { hashPassword } from '../src/lib/passwords.ts'
import { Consent, SignIn, User } from '../src/models/index.ts'
import { wordings } from '../src/services/accounts/choices.ts'
import { keepPhoto } from '../src/services/accounts/photos.ts'
import { daysBefore } from './days.ts'
import { learners } from './learners.ts'
import { mentors } from './mentors.ts'
import { mentorsAbroad } from './mentors-abroad.ts'
import { type Profile, profiles } from './profiles.ts'

const PASSWORD = 'correct horse battery'

/** Everybody of the demo, by the part of their address before @example.org. */
export type Cast = Awaited<ReturnType<typeof seedPeople>>

type Person = Profile & { id: string; createdAt: Date }

/** Everyone of the demo has the same password, and has been here for as long as their profile says. */
export async function seedPeople(now: Date) {
  const passwordDigest = await hashPassword(PASSWORD)
  const people = [...profiles, ...mentors, ...mentorsAbroad, ...learners].map((profile): Person => {
    return { ...profile, id: v7(), createdAt: daysBefore(now, profile.days) }
  })
  const common = { passwordDigest, over16: true }
  const users = await User.bulkCreate(
    people.map(({ days, ...person }) => ({ ...person, ...common, emailVerifiedAt: person.createdAt })),
  )
  await Consent.bulkCreate(people.flatMap(consents))
  await SignIn.bulkCreate(people.flatMap((person) => visits(person, now)))
  for (const user of users.filter((user) => user.shows('photo'))) await keepPhoto(user, await photoOfWork())

  const byName = new Map(people.map((person) => [person.email.split('@')[0]!, person]))
  return { id: (name: string) => byName.get(name)!.id, days: (name: string) => byName.get(name)!.days }
}

/** Drawn, not taken: a dovetail and the board it waits for. */
function photoOfWork() {
  return sharp(path.join(import.meta.dirname, 'joint.svg'))
    .resize(512, 512)
    .webp()
    .toBuffer()
}

function consents({ id, marketing, analytics, createdAt }: Person) {
  const by = { userId: id, createdAt }
  const terms = { purpose: 'terms', granted: true, wording: 'I agree to the terms, and I am 16 or older' } as const
  return [
    { ...by, ...terms },
    ...(marketing ? [{ ...by, purpose: 'marketing', granted: true, wording: wordings.marketing } as const] : []),
    ...(analytics === false
      ? [{ ...by, purpose: 'analytics', granted: false, wording: wordings.analytics } as const]
      : []),
  ]
}

/** Two earlier visits, from addresses that are set aside for examples. */
function visits({ id, name, days }: Person, now: Date) {
  const net = 10 + ([...name].length % 90)
  const common = { userId: id, outcome: 'signed in', newPlace: false } as const
  const home = { ...common, ip: `203.0.113.${net}`, place: '203.0.113.0/24', browser: 'Firefox 145.0', os: 'Linux' }
  const train = { ...common, ip: `198.51.100.${net}`, place: '198.51.100.0/24', browser: 'Safari 26.1', os: 'iOS 26.1' }
  return [
    { ...home, createdAt: daysBefore(now, Math.min(30, days)) },
    { ...train, newPlace: true, createdAt: daysBefore(now, 9) },
  ]
}
