import { z } from 'zod'
import { defineForm, optionalText } from '../../lib/form.ts'
import { showable } from '../../models/user.ts'
import { optionalLine, personName } from './fields.ts'

const MOST_SKILLS = 20
const MOST_LINKS = 10

export const profileForm = defineForm({
  name: personName(),
  headline: optionalLine(120),
  bio: optionalText(4000).transform((bio) => bio?.replaceAll('\r\n', '\n') ?? null),
  skills: listOf(/[,\n]/, 2000)
    .refine((skills) => skills.length <= MOST_SKILLS, `Please keep to ${MOST_SKILLS} skills`)
    .refine((skills) => skills.every((skill) => skill.length <= 40), 'Please keep each skill to 40 characters'),
  links: listOf(/\r?\n/, 6000)
    .refine((links) => links.length <= MOST_LINKS, `Please keep to ${MOST_LINKS} links`)
    .refine((links) => links.every(isLink), 'Write each link on a line of its own, beginning with https:// or http://'),
})

/** One ticked box comes as text, several as an array. */
export const publicPageForm = defineForm({
  shown: z
    .preprocess((ticked) => [ticked ?? []].flat(), z.array(z.enum(showable, 'Choose from these')).max(showable.length))
    .transform((parts) => showable.filter((part) => parts.includes(part))),
})

function listOf(separator: RegExp, max: number) {
  return optionalText(max).transform((typed) => [
    ...new Set(
      (typed ?? '')
        .split(separator)
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
  ])
}

function isLink(link: string) {
  const url = URL.parse(link)
  return /^https?:\/\//i.test(link) && link.length <= 500 && url !== null && !url.username && !url.password
}
