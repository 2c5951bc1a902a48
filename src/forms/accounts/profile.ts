import { z } from 'zod'
import { defineForm, optionalText } from '../../lib/form.ts'
import { showable } from '../../models/user.ts'
import { linkLines, listOf, optionalLine, personName } from './fields.ts'

const MOST_SKILLS = 20
const MOST_LINKS = 10

export const profileForm = defineForm({
  name: personName(),
  headline: optionalLine(120),
  bio: optionalText(4000).transform((bio) => bio?.replaceAll('\r\n', '\n') ?? null),
  skills: listOf(/[,\n]/, 2000)
    .refine((skills) => skills.length <= MOST_SKILLS, `Please keep to ${MOST_SKILLS} skills`)
    .refine((skills) => skills.every((skill) => skill.length <= 40), 'Please keep each skill to 40 characters'),
  links: linkLines(MOST_LINKS),
})

/** One ticked box comes as text, several as an array. */
export const publicPageForm = defineForm({
  shown: z
    .preprocess((ticked) => [ticked ?? []].flat(), z.array(z.enum(showable, 'Choose from these')).max(showable.length))
    .transform((parts) => showable.filter((part) => parts.includes(part))),
})
