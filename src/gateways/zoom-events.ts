import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { config } from '../config.ts'

/** An event that is older, or from later than now, may be one that somebody kept and sends again. */
const SECONDS_APART = 300

export type ZoomEvent =
  | { is: 'question'; answer: { plainToken: string; encryptedToken: string } }
  | { is: 'visit'; number: string; registrant: string; what: 'joined' | 'left'; at: Date }
  | { is: 'else' }

/** Of what Zoom tells, these fields are read. Name and address, which it sends along, end here (P11). */
const question = z.object({
  event: z.literal('endpoint.url_validation'),
  payload: z.object({ plainToken: z.string().max(200) }),
})
const instant = z.iso.datetime().transform((time) => new Date(time))
const participant = z.object({
  registrant_id: z.string(),
  join_time: instant.optional(),
  leave_time: instant.optional(),
})
const visit = z.object({
  event: z.enum(['meeting.participant_joined', 'meeting.participant_left']),
  payload: z.object({ object: z.object({ id: z.coerce.string(), participant }) }),
})

type Headers = { signature?: string; timestamp?: string }

/**
 * Reads what says that it comes from Zoom, byte for byte as it came. Undefined where it does not: unsigned, forged,
 * altered, or signed more than five minutes from now. All of our secrets are tried, so that one can take the other's place.
 */
export function readZoomEvent(body: unknown, { signature, timestamp }: Headers, now: Date): ZoomEvent | undefined {
  if (!Buffer.isBuffer(body) || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return undefined
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > SECONDS_APART) return undefined

  const signed = Buffer.concat([Buffer.from(`v0:${timestamp}:`), body])
  const secret = config.zoom.webhookSecrets.find((secret) => isEqual(signature, `v0=${hmac(secret, signed)}`))
  return secret === undefined ? undefined : meaning(body, secret)
}

function meaning(body: Buffer, secret: string): ZoomEvent {
  const told = parsed(body)
  const asked = question.safeParse(told)
  if (asked.success) {
    const { plainToken } = asked.data.payload
    return { is: 'question', answer: { plainToken, encryptedToken: hmac(secret, plainToken) } }
  }

  const seen = visit.safeParse(told)
  if (!seen.success) return { is: 'else' }
  const { id: number, participant } = seen.data.payload.object
  const what = seen.data.event === 'meeting.participant_joined' ? 'joined' : 'left'
  const at = what === 'joined' ? participant.join_time : participant.leave_time
  return at ? { is: 'visit', number, registrant: participant.registrant_id, what, at } : { is: 'else' }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

function hmac(secret: string, content: Buffer | string) {
  return createHmac('sha256', secret).update(content).digest('hex')
}

function isEqual(one: string, other: string) {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
