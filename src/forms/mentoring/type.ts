import { checkbox, defineForm, optionalText, text, wholeNumber } from '../../lib/form.ts'
import { oneLine, price, sayPrice } from '../teaching/fields.ts'

const sayMinutes = 'Say how long it takes: 15 to 240 minutes, in steps of 5'

export const typeForm = defineForm({
  title: oneLine('Give it a name', 80),
  description: optionalText(1000).transform((typed) => typed ?? ''),
  minutes: wholeNumber(sayMinutes, { min: 15, max: 240 }).refine((minutes) => minutes % 5 === 0, sayMinutes),
  price: price(text(`${sayPrice}; 0 makes it free`, { max: 20 })),
  approval: checkbox(),
})
