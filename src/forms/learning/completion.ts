import { checkbox, defineForm } from '../../lib/form.ts'

export const completionForm = defineForm({ done: checkbox() })
