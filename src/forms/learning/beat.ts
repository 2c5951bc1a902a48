import { z } from 'zod'
import { defineForm } from '../../lib/form.ts'

const garbled = 'That is no report of a player'
const second = String.raw`\d{1,8}`
const ranges = RegExp(`^(?:${second}-${second}(?:,${second}-${second}){0,299})?$`)

/**
 * What our player reports, in whole seconds: where it is, and what it showed since the last time ("0-15,30-42", the end
 * not included). `at` is when, in milliseconds, by the clock that our page gave it.
 */
export const beatForm = defineForm({
  position: z
    .string(garbled)
    .regex(RegExp(`^${second}$`), garbled)
    .transform(Number),
  ranges: z
    .string(garbled)
    .regex(ranges, garbled)
    .transform((text) => text.split(',').filter(Boolean).map(toRange))
    .refine((list) => list.every(([from, to]) => from <= to), garbled),
  at: z
    .string(garbled)
    .regex(/^\d{1,15}$/, garbled)
    .transform((text) => new Date(Number(text)))
    .optional(),
})

function toRange(text: string) {
  return text.split('-').map(Number) as [number, number]
}
