import { checkbox, defineForm, optionalText } from '../../lib/form.ts'
import { oneLine } from './fields.ts'

export const lessonForm = defineForm({
  title: oneLine('Give the lesson a title', 120),
  body: optionalText(50_000).transform((typed) => typed?.replaceAll('\r\n', '\n') ?? ''),
  transcript: optionalText(200_000).transform((typed) => typed?.replaceAll('\r\n', '\n') ?? null),
  isPreview: checkbox(),
})

/** Nothing but files. */
export const filesForm = defineForm({})
