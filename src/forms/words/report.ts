import { z } from 'zod'
import { defineForm, optionalText } from '../../lib/form.ts'
import { reportReasons } from '../../models/report.ts'

/** What is reported: a review of a course or of a session, or a comment. */
export const targetForm = defineForm({
  review: z.uuid().optional().catch(undefined),
  comment: z.uuid().optional().catch(undefined),
  session_review: z.uuid().optional().catch(undefined),
})

export const reportForm = defineForm({
  reason: z.enum(reportReasons, 'Choose what is wrong with it'),
  words: optionalText(2000),
})

export const decisionForm = defineForm({
  decision: z.enum(['uphold', 'dismiss'], 'Choose what is to become of it'),
  reason: z.enum(reportReasons, 'Choose the rule that it breaks'),
  note: optionalText(1000),
})

export const restorationForm = defineForm({
  note: optionalText(1000),
})

export const queueForm = defineForm({
  state: z.enum(['open', 'upheld', 'dismissed']).catch('open'),
  after: z.uuid().optional().catch(undefined),
})
