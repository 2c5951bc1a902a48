import { z } from 'zod'
import { defineForm, optionalText } from '../../lib/form.ts'

export const reviewForm = defineForm({
  rating: z.enum(['1', '2', '3', '4', '5'], 'Choose one to five stars').transform(Number),
  body: optionalText(4000),
})

export const reviewAnswerForm = defineForm({
  answer: optionalText(4000),
})
