import { z } from 'zod'
import { checkbox, defineForm, text } from '../../lib/form.ts'

export const answerForm = defineForm({
  body: text('Write an answer', { max: 10_000 }),
  last_reply_id: z.uuid().optional().catch(undefined),
})

export const noteForm = defineForm({
  body: text('Write a note', { max: 10_000 }),
})

export const statusForm = defineForm({
  status: z.enum(['open', 'resolved'], 'Choose a status'),
})

export const assignmentForm = defineForm({
  assignee: z.union([z.literal('').transform(() => null), z.uuid()], 'Choose one of us'),
})

export const reason = text('Say why you need this', { min: 10, max: 1000 })

export const reasonForm = defineForm({ reason })

export const searchForm = defineForm({
  q: text('Type a whole address, or how a name begins', { min: 3, max: 254 }),
})

/** What a list of tickets is narrowed down by. What makes no sense is left out. */
export const filterForm = defineForm({
  queue: z.enum(['support', 'privacy']).optional().catch(undefined),
  status: z.enum(['open', 'answered', 'resolved']).optional().catch(undefined),
  mine: checkbox().catch(false),
  after: z.uuid().optional().catch(undefined),
})
