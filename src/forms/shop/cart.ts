import { defineForm, text } from '../../lib/form.ts'

export const itemForm = defineForm({ course: text('Choose a course to buy') })

const stale = 'Prices have changed while you looked. Here are the new ones'

/** What somebody agrees to, as the page showed it: the total of each line, as `priced` puts them together. */
export const agreed = text(stale, { max: 300 }).regex(/^\d{1,9}(\+\d{1,9})*$/, stale)

export const pricesForm = defineForm({ prices: agreed })
