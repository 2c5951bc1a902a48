import { z } from 'zod'
import { checkbox, defineForm, optionalText, text } from '../../lib/form.ts'
import { minorOf } from '../../lib/money.ts'
import { type Course, levels, topics } from '../../models/course.ts'
import { FEWEST_OUTCOMES, SHORTEST_DESCRIPTION } from '../../services/teaching/check-list.ts'
import { oneLine } from './fields.ts'

const MOST = 1_000_000
/** Less cannot be charged by card. */
const LEAST = 50
const sayPrice = 'Write the price in euros, like 49 or 49.00'

const course = {
  title: oneLine('Give it a title', 120),
  topic: z.enum(topics, 'Choose a topic'),
  level: z.enum(levels, 'Choose whom it is for'),
  summary: optionalText(300).transform((typed) => typed ?? ''),
}

/** With this a course begins. */
export const courseForm = defineForm(course)

/** A draft may say as little as it likes. */
export const detailsForm = defineForm({
  ...course,
  description: optionalText(20_000).transform((typed) => typed ?? ''),
  outcomes: lines(optionalText(2000).transform((typed) => typed ?? '')),
  price: price(optionalText(20).transform((typed) => typed ?? '0')),
})

/** What is on sale keeps saying what it needed to say to be there. */
export const offeredDetailsForm = defineForm({
  ...course,
  summary: text('Say in a line or two what it is about', { max: 300 }),
  description: text('Describe what happens in it', { min: SHORTEST_DESCRIPTION, max: 20_000 }),
  outcomes: lines(text('Say what a learner can do afterwards', { max: 2000 })).refine(
    (outcomes) => outcomes.split('\n').length >= FEWEST_OUTCOMES,
    `Name ${FEWEST_OUTCOMES} things at least, one a line`,
  ),
  price: price(text(`${sayPrice}; 0 makes it free`, { max: 20 })),
})

/** Nothing is given away by oversight. */
export function publicationForm({ isFree }: Course) {
  const sentence = 'Set a price, or tick that it is to be free'
  return defineForm({ free: checkbox().refine((ticked) => ticked || !isFree, sentence) })
}

function price(typed: z.ZodType<string>) {
  return typed
    .transform((amount) => minorOf(amount) ?? Number.NaN)
    .refine(Number.isInteger, sayPrice)
    .refine((minor) => !(minor > MOST), 'Please ask for at most 10,000 euros')
    .refine((minor) => !(minor > 0 && minor < LEAST), 'Less than 0.50 cannot be paid by card. 0 makes it free')
}

function lines(typed: z.ZodType<string>) {
  return typed.transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n'),
  )
}
