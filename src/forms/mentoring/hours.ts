import { z } from 'zod'
import { defineForm, type Form, rejected } from '../../lib/form.ts'

const DAY = 24 * 60
const SHORTEST = 15
const days = ['1', '2', '3', '4', '5', '6', '7'] as const

const hours = {
  from: clock('Say from when, like 09:00'),
  until: clock('Say until when, like 17:00').transform((minute) => minute || DAY),
}

/** The same hours on several days at once; one ticked box comes as text, several as an array. */
export const hoursForm = defineForm({
  days: z
    .preprocess((ticked) => [ticked ?? []].flat(), z.array(z.enum(days, 'Choose from the days of the week')).max(7))
    .refine((ticked) => ticked.length > 0, 'Choose a day')
    .transform((ticked) => [...new Set(ticked)].map(Number)),
  ...hours,
})

export const changedHoursForm = defineForm(hours)

/** What was typed, where the end comes after the beginning. */
export function readHours<Values extends { from: number; until: number }>(
  form: { read(body?: Record<string, unknown>): Form<Values>; blank(values?: Record<string, unknown>): Form<Values> },
  body: Record<string, unknown>,
): Form<Values> {
  const read = form.read(body)
  if (!read.valid || read.values.until - read.values.from >= SHORTEST) return read
  return rejected(form.blank(body), 'until', `Let it end ${SHORTEST} minutes after it begins, or later`)
}

/** What an input for a time of day posts, as minutes since midnight. */
function clock(sentence: string) {
  return z
    .string(sentence)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, sentence)
    .transform((typed) => Number(typed.slice(0, 2)) * 60 + Number(typed.slice(3)))
}
