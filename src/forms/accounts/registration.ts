import { z } from 'zod'
import { checkbox, defineForm } from '../../lib/form.ts'
import { emailAddress, newPassword, personName } from './fields.ts'

/** Everyone begins as one of these two; our staff are appointed. */
const roles = ['mentee', 'mentor'] as const

export const registrationForm = defineForm({
  name: personName(),
  email: emailAddress(),
  password: newPassword(),
  role: z.enum(roles, 'Choose what brings you here'),
  over16: checkbox().refine(Boolean, 'You have to be 16 or older to have an account'),
  terms: checkbox().refine(Boolean, 'We can only make an account for those who agree to the terms'),
})
