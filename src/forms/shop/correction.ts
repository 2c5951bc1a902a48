import { defineForm, optionalText, text } from '../../lib/form.ts'
import { billingFields, readBilled } from './billing.ts'

/** What a buyer puts right on an invoice of their own. */
export const correctionForm = defineForm(billingFields)

export const readCorrection = (body: Record<string, unknown>, country: string) =>
  readBilled(correctionForm.read(body), country)

/** The same by our staff, who say why. */
export const staffCorrectionForm = defineForm({
  ...billingFields,
  reason: text('Say what was wrong', { min: 10, max: 1000 }),
  ticket: optionalText(20),
})

export const readStaffCorrection = (body: Record<string, unknown>, country: string) =>
  readBilled(staffCorrectionForm.read(body), country)
