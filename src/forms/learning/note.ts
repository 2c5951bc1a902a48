import { defineForm, optionalText } from '../../lib/form.ts'

/** Nothing written takes the note away. */
export const noteForm = defineForm({ body: optionalText(20_000) })
