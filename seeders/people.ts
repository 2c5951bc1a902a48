import path from 'node:path'
import sharp from 'sharp'
import { hashPassword } from '../src/lib/passwords.ts'
import { Consent, SignIn, User } from '../src/models/index.ts'
import { wordings } from '../src/services/accounts/choices.ts'
import { keepPhoto } from '../src/services/accounts/photos.ts'
import { profiles } from './profiles.ts'

const PASSWORD = 'correct horse battery'
const DAY = 24 * 60 * 60 * 1000

/** Everyone of the demo has the same password, and has been here for as long as their profile says. */
export async function seedPeople(now: Date) {
  const passwordDigest = await hashPassword(PASSWORD)
  for (const { days, ...profile } of profiles) {
    const createdAt = daysBefore(now, days)
    const user = await User.create({ ...profile, passwordDigest, over16: true, emailVerifiedAt: createdAt, createdAt })
    await agree(user, 'terms', 'I agree to the terms, and I am 16 or older')
    if (user.marketing) await agree(user, 'marketing', wordings.marketing)
    if (!user.analytics) await agree(user, 'analytics', wordings.analytics, false)
    if (user.shown.includes('photo')) await keepPhoto(user, await photoOfWork())
    await noteVisits(user, now)
  }
}

/** Drawn, not taken: a dovetail and the board it waits for. */
function photoOfWork() {
  return sharp(path.join(import.meta.dirname, 'joint.svg'))
    .resize(512, 512)
    .webp()
    .toBuffer()
}

function agree({ id, createdAt }: User, purpose: Consent['purpose'], wording: string, granted = true) {
  return Consent.create({ userId: id, purpose, granted, wording, createdAt })
}

/** Two earlier visits, from addresses that are set aside for examples. */
async function noteVisits({ id, name }: User, now: Date) {
  const net = 10 + ([...name].length % 90)
  const common = { userId: id, outcome: 'signed in', newPlace: false } as const
  const home = { ...common, ip: `203.0.113.${net}`, place: '203.0.113.0/24', browser: 'Firefox 145.0', os: 'Linux' }
  const train = { ...common, ip: `198.51.100.${net}`, place: '198.51.100.0/24', browser: 'Safari 26.1', os: 'iOS 26.1' }
  await SignIn.create({ ...home, createdAt: daysBefore(now, 30) })
  await SignIn.create({ ...train, newPlace: true, createdAt: daysBefore(now, 9) })
}

function daysBefore(now: Date, days: number) {
  return new Date(now.getTime() - days * DAY)
}
