import { z } from 'zod'
import { defineForm, optionalText } from '../../lib/form.ts'
import { minorOf } from '../../lib/money.ts'
import { reason } from './desk.ts'

const sentence = 'Write an amount, like 5 or 5.00'

const amount = optionalText(20).transform((typed, context) => {
  const minor = typed === null ? undefined : minorOf(typed)
  if (minor !== undefined && minor > 0) return minor
  context.addIssue(sentence)
  return z.NEVER
})

export const refundForm = defineForm({ item: z.uuid('Choose what it is for'), amount, reason })

export const findOrderForm = defineForm({ number: optionalText(40) })
