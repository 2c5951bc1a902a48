import { z } from 'zod'
import { defineForm, type Form, rejected } from '../../lib/form.ts'
import { instantAt } from '../../lib/zones.ts'
import type { SingleTime } from '../../models/index.ts'

const DAY = 24 * 60 * 60 * 1000
const TWO_YEARS = 2 * 366 * DAY

const wall = (sentence: string) =>
  z
    .string(sentence)
    .regex(/^20\d\d-[01]\d-[0-3]\d(T[0-2]\d:[0-5]\d)?$/, sentence)
    .refine((typed) => !Number.isNaN(Date.parse(typed)), sentence)

/** A day, or a day and a time of it, as inputs of a browser post them. */
export const timeForm = defineForm({
  kind: z.enum(['away', 'open']).default('away').catch('away'),
  from: wall('Say from when'),
  until: wall('Say until when'),
})

export type Time = Pick<SingleTime, 'kind' | 'startsAt' | 'endsAt'>

/** What was typed on the clocks of a zone, as instants; a day without a time is all of it. */
export function readTime(body: Record<string, unknown>, zone: string, now: Date): Form<Time> {
  const form = timeForm.read(body)
  if (!form.valid) return form

  const { kind, from, until } = form.values
  const startsAt = instantAt(zone, from.includes('T') ? from : `${from}T00:00`)
  const endsAt = instantAt(zone, until.includes('T') ? until : `${dayAfter(until)}T00:00`)
  const wrong = wrongWith(startsAt, endsAt, now)
  if (wrong) return rejected(timeForm.blank({ ...form.values }), 'until', wrong) as unknown as Form<Time>
  return { valid: true, values: { kind, startsAt, endsAt }, errors: {} }
}

function wrongWith(startsAt: Date, endsAt: Date, now: Date) {
  if (endsAt <= startsAt) return 'The end has to come after the beginning'
  if (endsAt <= now) return 'That is over already'
  if (endsAt.getTime() > now.getTime() + TWO_YEARS) return 'Please keep to the next two years'
  return undefined
}

function dayAfter(day: string) {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
}
