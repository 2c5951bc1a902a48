import { z } from 'zod'
import { defineForm, optionalText, rejected, text } from '../../lib/form.ts'
import { linkLines } from '../accounts/fields.ts'

export const applicationForm = defineForm({
  what: text('Say what you would teach', { max: 2000 }),
  why: text('Say what makes you good at it', { max: 2000 }),
  links: linkLines(5),
})

/** `sent` is when what was read had been sent in: another version may have come meanwhile. */
export const decisionForm = defineForm({
  decision: z.enum(['accepted', 'returned', 'refused'], 'Choose an answer'),
  feedback: optionalText(2000),
  sent: z.iso.datetime().catch(new Date(0).toISOString()),
})

/** Whoever is not accepted is told why. */
export function readDecision(body: Record<string, unknown>) {
  const form = decisionForm.read(body)
  if (!form.valid || form.values.decision === 'accepted' || form.values.feedback) return form
  return rejected(form, 'feedback', 'Write what they should know')
}
