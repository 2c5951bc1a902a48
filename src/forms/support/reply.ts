import { defineForm, text } from '../../lib/form.ts'

export const replyForm = defineForm({
  body: text('Write your answer', { max: 10_000 }),
})
