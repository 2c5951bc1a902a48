import { defineForm, optionalText, text } from '../../lib/form.ts'
import { presentPassword } from './fields.ts'

export const signInForm = defineForm({
  email: text('Enter your email address', { max: 254 }).toLowerCase(),
  password: presentPassword(),
  next: optionalText(500),
})
