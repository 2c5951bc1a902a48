import { defineForm, text } from '../../lib/form.ts'

export const receiptForm = defineForm({ receipt: text('Paste the receipt from your letter', { max: 50_000 }) })
