import { checkbox, defineForm } from '../../lib/form.ts'

export const certificateForm = defineForm({ name: checkbox() })
