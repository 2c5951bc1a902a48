import { defineForm, text, wholeNumber } from '../../lib/form.ts'

export const itemForm = defineForm({ course: text('Choose a course to buy') })

/** What somebody agrees to, as the page showed it: the sum in whole minor units. */
export const agreed = wholeNumber('Prices have changed while you looked. Here are the new ones', {
  min: 0,
  max: 999_999_999,
})

export const pricesForm = defineForm({ prices: agreed })
