import { z } from 'zod'
import { defineForm } from '../../lib/form.ts'
import { partsOfDay } from '../../models/time-wish.ts'

const any = '' as const
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Nothing chosen is any. */
export const wishForm = defineForm({
  weekday: z
    .enum([any, ...weekdays], 'Choose a day of the week')
    .optional()
    .transform((day) => (day ? Number(day) : null)),
  part: z
    .enum([any, ...partsOfDay], 'Choose a part of the day')
    .optional()
    .transform((part) => part || null),
})
