import { defineForm, text } from '../../lib/form.ts'
import { presentPassword } from './fields.ts'

export const signInForm = defineForm({
  email: text('Enter your email address', { max: 254 }).toLowerCase(),
  password: presentPassword(),
})
