import { checkbox, defineForm } from '../../lib/form.ts'

export const cookiesForm = defineForm({ analytics: checkbox() })
