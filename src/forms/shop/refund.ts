import { defineForm, optionalText, text } from '../../lib/form.ts'

export const refundForm = defineForm({
  item: text('Choose what you give back'),
  reason: optionalText(2000),
})
