import { defineForm, text } from '../../lib/form.ts'

export const codeForm = defineForm({ code: text('Type the code of your coupon', { max: 40 }) })
