import { readFile } from 'node:fs/promises'
import type { Request } from 'express'
import { z } from 'zod'
import { hasCardNumber } from '../../lib/card-numbers.ts'
import { isPlainText } from '../../lib/file-contents.ts'
import { defineForm, type Form } from '../../lib/form.ts'
import { readWebVtt, wordsOf } from '../../lib/webvtt.ts'
import { filesOf } from '../../middleware/bodies.ts'

const LONGEST = 400_000

export const captionsForm = defineForm({
  captions: z
    .string('Choose a file, or paste what stands in one')
    .trim()
    .min(1, 'Choose a file, or paste what stands in one')
    .max(LONGEST, 'Captions may have 400 kB at most')
    .refine((text) => isPlainText(Buffer.from(text)), 'This contains a character that we cannot keep')
    .refine(
      (text) => readWebVtt(text) !== undefined,
      'This is not WebVTT: it begins with WEBVTT, and every caption with its times, like 00:01.000 --> 00:04.000',
    )
    .refine(
      (text) => !hasCardNumber(wordsOf(readWebVtt(text) ?? [])),
      'This looks like a card number. Please take it out, we must not keep one',
    ),
})

/** Captions come as a file or as a text. They are null where the box says that they are to go. */
export async function readCaptions(req: Request): Promise<Form<{ captions: string | null }>> {
  if (req.body?.without === 'on') return { valid: true, values: { captions: null }, errors: {} }

  const [file] = filesOf(req, 'captions_file')
  if (!file) return captionsForm.read(req.body)
  const content = await readFile(file.path)
  const form = captionsForm.read({ captions: isPlainText(content) ? content.toString() : '\0' })
  return form.valid ? form : { ...form, values: {} } // a whole file is not shown again
}
