import { v4 } from 'uuid'
import { sql } from '../../src/lib/sql.ts'
import { MentorProfile, SessionType } from '../../src/models/index.ts'
import { availabilityOf, freeTimesOf, offeredSpan } from '../../src/services/mentoring/availability.ts'
import { type Offer, offersOf } from '../../src/services/mentoring/mentor-profile.ts'
import { freeSlots } from '../../src/services/mentoring/slots.ts'
import { createUser } from '../support/factories.ts'
import { type Child, startChild } from './support/child.ts'
import type { Measured } from './support/measure.ts'
import { CALLERS, fillDirectory, ONE_OF_MANY } from './support/mentors.ts'
import { page, type Recorded } from './support/page.ts'
import { quantile, Rush } from './support/rush.ts'
import { signIn, signInBeside, tokenOn } from './support/sign-in.ts'

const CLIENTS = 32
const ROUNDS = 40
/** Alone, so that each has as many to choose a 99th percentile from. */
const ALONE = 8
const COMPUTED = 500

/** Finding a time among 5,000 mentors with 500,000 bookings, and who gets it where many want the same. */
export async function benchmark(): Promise<Measured[]> {
  await fillDirectory()
  // Each client comes from an address of its own, as it would through a proxy.
  const app = await startChild(`${import.meta.dirname}/support/app-process.ts`, { TRUST_PROXY: '1' })
  const floor = await startChild(`${import.meta.dirname}/support/floor-process.ts`)

  try {
    return [
      ...(await page('list of mentors', '/mentors', { app, floor })),
      ...(await page('mentors by skill', '/mentors?skill=felting&sort=fit', { app, floor })),
      ...(await page('times of a mentor', `/mentors/${ONE_OF_MANY}/times`, { app, floor })),
      ...(await rush(app)),
      ...(await slots()),
    ]
  } finally {
    await app.stop()
    await floor.stop()
  }
}

/** In turns: some book alone, one after the other, then 32 want the same time at once. Everybody is answered, one gets it. */
async function rush(app: Child): Promise<Measured[]> {
  const { mentor, type, times } = await sought()
  const clients = await callers(app, mentor.slug!)
  const post = new Rush(app.origin, `/mentors/${mentor.slug}/bookings`)
  const letter = (start: Date) => {
    const { token: _csrf, ...client } = clients.pop()!
    const wish = { type: type.id, start: start.toISOString(), message: 'I am stuck.', client_token: v4() }
    return { ...client, body: new URLSearchParams({ _csrf, ...wish }).toString() }
  }

  const [alone, together]: [number[], number[]] = [[], []]
  for (let round = -1; round < ROUNDS - 1; round++) {
    for (let n = 0; n < ALONE; n++) {
      const [answer] = await post.post([letter(times.pop()!)])
      if (answer!.status !== 303) throw new Error(`a time that nobody else wanted: ${answer!.status}`)
      if (round >= 0) alone.push(answer!.milliseconds)
    }
    const wanted = times.pop()!
    const answers = await post.post(Array.from({ length: CLIENTS }, () => letter(wanted)))
    const [won, lost] = [303, 409].map((status) => answers.filter((answer) => answer.status === status).length)
    if (won !== 1 || lost !== CLIENTS - 1)
      throw new Error(`of ${CLIENTS} who wanted one time ${won} got it, ${lost} did not`)
    if (round >= 0) together.push(...answers.map(({ milliseconds }) => milliseconds))
  }
  post.close()
  return [slowest(together, alone)]
}

function slowest(together: number[], alone: number[]): Measured {
  const [ours, floor] = [quantile(together, 0.99), quantile(alone, 0.99)]
  return {
    what: `booking (POST), ${CLIENTS} want the same time, beside one alone: 99th percentile, ms`,
    ours: ours.toFixed(0),
    floor: floor.toFixed(0),
    ratio: ours / floor,
    reach: 10,
    lowerIsBetter: true,
  }
}

/** Somebody whom nobody has booked yet, who is free all day. */
async function sought() {
  const mentor = await createUser({ role: 'mentor', slug: 'sought-after', headline: 'Sought', shown: ['headline'] })
  const type = await SessionType.create({ mentorId: mentor.id, title: 'A word', minutes: 30, needsApproval: false })
  await MentorProfile.create({ mentorId: mentor.id, languages: ['en'], bufferAfter: 0 })
  await sql(
    `insert into weekly_hours (id, mentor_id, weekday, start_minute, end_minute)
     select gen_random_uuid(), $mentor, k, 480, 1320 from generate_series(1, 7) k`,
    { mentor: mentor.id },
  )
  const [hours] = await offersOf([mentor.id])
  return { mentor, type, times: await freeTimesOf(hours!, type.minutes, new Date()) }
}

/** People who are signed in, each at an address of their own. */
async function callers(app: Child, slug: string) {
  const first = await createUser()
  const cookie = await signIn(app, first.email)
  const { html } = await app.ask<Recorded>({ page: `/mentors/${slug}/times`, cookie })
  const { rows } = await sql<{ id: string }>(`select id from users where email like 'caller-%' limit ${CALLERS}`)
  const sessions = await signInBeside(
    cookie,
    rows.map(({ id }) => id),
  )
  const token = tokenOn(html)
  return sessions.map(({ cookie }, n) => ({ cookie, token, address: `10.1.${n >> 8}.${n & 255}` }))
}

/** The free times of 60 days out of what the database holds of a mentor, and beside it what reading that takes. */
async function slots(): Promise<Measured[]> {
  const now = new Date()
  const { rows } = await sql<{ id: string }>(
    `select mentor_id as id from mentor_profiles order by id limit ${COMPUTED}`,
  )
  const [reading, computing]: [number[], number[]] = [[], []]
  for (const offer of await offersOf(rows.map(({ id }) => id))) {
    const [read, computed] = await timesOf(offer, now)
    reading.push(read)
    computing.push(computed)
  }
  const [read, computed] = [quantile(reading, 0.5), quantile(computing, 0.5)]
  const what = 'free times of 60 days, a mentor'
  const same = { ours: computed.toFixed(2), reach: 1, lowerIsBetter: true }
  return [
    { what: `${what}, beside reading the rows: median, ms`, floor: read.toFixed(2), ratio: computed / read, ...same },
    { what: `${what}, beside 5 ms: median, ms`, floor: '5', ratio: computed / 5, ...same },
  ]
}

async function timesOf(offer: Offer, now: Date) {
  const span = offeredSpan(offer, now)
  const began = performance.now()
  const availability = await availabilityOf(offer, span, now)
  const read = performance.now()
  if (freeSlots(availability, offer.shortest!, span).length === 0) throw new Error('a mentor without a free time')
  return [read - began, performance.now() - read] as const
}
