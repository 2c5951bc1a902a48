import { z } from 'zod'
import { defineForm } from '../../lib/form.ts'
import { presentPassword } from '../accounts/fields.ts'

export const deletionForm = defineForm({
  contributions: z.enum(['delete', 'anonymise'], 'Choose what becomes of what you wrote in public'),
  password: presentPassword(),
  confirm: z.literal('DELETE', 'Type DELETE in capitals'),
})
