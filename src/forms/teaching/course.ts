import { z } from 'zod'
import { checkbox, defineForm, optionalText, text } from '../../lib/form.ts'
import { type Course, levels, topics } from '../../models/course.ts'
import { FEWEST_OUTCOMES, SHORTEST_DESCRIPTION } from '../../services/teaching/check-list.ts'
import { oneLine, price, sayPrice } from './fields.ts'

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

function lines(typed: z.ZodType<string>) {
  return typed.transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n'),
  )
}
