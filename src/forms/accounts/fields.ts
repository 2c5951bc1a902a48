import { z } from 'zod'
import { optionalText, text } from '../../lib/form.ts'

const example = 'Enter an email address with an @ in it, like maya@example.org'

/** Line breaks and what turns the direction of writing around have no place in a name or a heading. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** An address that a letter can be sent to. */
export function emailAddress() {
  return text('Enter your email address', { max: 254 }).toLowerCase().pipe(z.email(example))
}

/** What somebody is called, in any script. */
export function personName() {
  return text('Enter your name', { max: 80 }).refine((name) => !unseen.test(name), 'Please write your name on one line')
}

/** A short text on one line; nothing typed is null. */
export function optionalLine(max: number) {
  return optionalText(max).refine((typed) => !unseen.test(typed ?? ''), 'Please write this on one line')
}

/** A password somebody has already: taken exactly as it was typed. */
export function presentPassword() {
  return z.string('Enter your password').min(1, 'Enter your password').max(1000, 'That is not your password')
}

/** A password to be: how strong it is depends on whose it will be, and is looked at once that is known. */
export function newPassword() {
  return z
    .string('Choose a password')
    .min(1, 'Choose a password')
    .refine((typed) => !typed.includes('\0') && typed.isWellFormed(), 'This contains a character that we cannot keep')
}

/** Addresses on the web, one a line. */
export function linkLines(most: number) {
  return listOf(/\r?\n/, 6000)
    .refine((links) => links.length <= most, `Please keep to ${most} links`)
    .refine((links) => links.every(isLink), 'Write each link on a line of its own, beginning with https:// or http://')
}

/** What is typed with something between; the same twice counts once. */
export function listOf(separator: RegExp, max: number) {
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
