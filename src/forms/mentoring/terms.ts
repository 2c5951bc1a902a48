import { z } from 'zod'
import { defineForm, optionalText, wholeNumber } from '../../lib/form.ts'
import { listings } from '../../models/mentor-profile.ts'
import { languageTags } from '../../services/mentoring/in-words.ts'

const pause = 'Say how many minutes, 0 to 120'
const most = 'Say how many, 1 to 20, or leave it empty'

/** How a mentor takes bookings; notice in hours, horizon in days, pauses in minutes. */
export const termsForm = defineForm({
  listing: z.enum(listings, 'Choose one'),
  languages: z.preprocess(
    (ticked) => [ticked ?? []].flat(),
    z
      .array(z.enum(languageTags, 'Choose from these'))
      .max(10, 'Please keep to ten languages')
      .transform((tags) => [...new Set(tags)]),
  ),
  notice: wholeNumber('Say how many hours, 0 to 336', { min: 0, max: 336 }),
  horizon: wholeNumber('Say how many days, 1 to 180', { min: 1, max: 180 }),
  before: wholeNumber(pause, { min: 0, max: 120 }),
  after: wholeNumber(pause, { min: 0, max: 120 }),
  most: optionalText(5)
    .refine((typed) => typed === null || /^([1-9]|1\d|20)$/.test(typed), most)
    .transform((typed) => (typed === null ? null : Number(typed))),
})
