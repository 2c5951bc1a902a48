import { z } from 'zod'
import { checkbox, defineForm } from '../../lib/form.ts'
import { languages, timeZones } from '../../lib/places.ts'
import { emailAddress, newPassword, presentPassword } from './fields.ts'

const tags = languages.map(({ value }) => value)

export const emailForm = defineForm({
  email: emailAddress(),
  password: presentPassword(),
})

export const passwordForm = defineForm({
  current: presentPassword(),
  password: newPassword(),
})

export const placeForm = defineForm({
  timeZone: z.enum(timeZones, 'Choose a time zone from the list'),
  language: z.enum(tags, 'Choose a language from the list'),
})

export const choicesForm = defineForm({
  marketing: checkbox(),
  analytics: checkbox(),
})
