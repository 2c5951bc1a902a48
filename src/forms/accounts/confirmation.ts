import { defineForm, optionalText } from '../../lib/form.ts'
import { presentPassword } from './fields.ts'

export const confirmationForm = defineForm({
  password: presentPassword(),
  next: optionalText(2000),
})
