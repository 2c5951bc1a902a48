import { z } from 'zod'
import { defineForm, text } from '../../lib/form.ts'

export const commentForm = defineForm({
  body: text('Write what you would like to say', { max: 4000 }),
  parent: z.uuid().optional().catch(undefined),
})
