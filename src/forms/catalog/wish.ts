import { defineForm, text } from '../../lib/form.ts'

export const wishForm = defineForm({ course: text('Choose a course to keep') })
