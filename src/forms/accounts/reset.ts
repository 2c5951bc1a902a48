import { defineForm } from '../../lib/form.ts'
import { emailAddress, newPassword } from './fields.ts'

export const forgottenForm = defineForm({ email: emailAddress() })

export const resetForm = defineForm({ password: newPassword() })
