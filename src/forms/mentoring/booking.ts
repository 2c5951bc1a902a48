import { z } from 'zod'
import { defineForm, optionalText, text } from '../../lib/form.ts'

const instant = z
  .string('Choose a time')
  .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/, 'Choose a time')
  .transform((typed) => new Date(typed))
  .refine((time) => !Number.isNaN(time.getTime()), 'Choose a time')

const stale = 'This page is too old. Please load it again'

export const bookingForm = defineForm({
  type: z.uuid(stale),
  start: instant,
  message: text('Say in a few words what you would like to work on', { max: 4000 }),
  client_token: z.uuid(stale),
})

export const moveForm = defineForm({ start: instant })

export const wordsForm = defineForm({ words: optionalText(2000) })

export const meetingLink = text('Paste the link of the meeting', { max: 500 })
  .transform((typed) => URL.parse(typed))
  .refine((url) => url?.protocol === 'https:' && !url.username, 'It has to begin with https://')
  .transform((url) => url?.href ?? '')
  .refine((href) => href.length <= 500, 'Please use at most 500 characters')

export const linkForm = defineForm({ link: meetingLink })

export const attendanceForm = defineForm({ came: z.enum(['both', 'me', 'other', 'nobody'], 'Choose one of these') })
