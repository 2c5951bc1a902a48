import { z } from 'zod'
import { hasCardNumber } from './card-numbers.ts'

export type Form<Values> =
  | { valid: true; values: Values; errors: Record<string, string> }
  | { valid: false; values: Record<string, unknown>; errors: Record<string, string> }

/** A form is a schema that remembers what was typed, so that a rejected page can be shown again. */
export function defineForm<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape)
  type Values = z.output<typeof schema>

  return {
    shape,

    blank(values: Record<string, unknown> = {}): Form<Values> {
      return { valid: false, values, errors: {} }
    },

    read(body: Record<string, unknown> = {}): Form<Values> {
      const result = schema.safeParse(body)
      if (result.success) return { valid: true, values: result.data, errors: {} }
      return { valid: false, values: typed(body), errors: firstMessages(result.error) }
    },
  }
}

/** The same form with one more thing to correct, found out only by trying. */
export function rejected<Values>(form: Form<Values>, field: string, sentence: string): Form<Values> {
  return { valid: false, values: { ...(form.values as object) }, errors: { ...form.errors, [field]: sentence } }
}

/** A text that PostgreSQL can keep: no NUL, no half of a character, spaces around it cut off. */
export function text(missing: string, { min = 1, max = 200 }: { min?: number; max?: number } = {}) {
  return line(missing)
    .trim()
    .min(min, min > 1 ? `${missing}, at least ${min} characters` : missing)
    .max(max, `Please use at most ${max} characters`)
}

/** An optional text; nothing typed is null. */
export function optionalText(max: number) {
  return line('Please type this as text')
    .trim()
    .max(max, `Please use at most ${max} characters`)
    .transform((value) => value || null)
    .nullish()
    .transform((value) => value ?? null)
}

/** A number without a fraction, as it is typed. The sentence says which. */
export function wholeNumber(sentence: string, { min, max }: { min: number; max: number }) {
  return z
    .string(sentence)
    .trim()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((number) => number >= min && number <= max, sentence)
}

/** A day as a date field sends it, "2026-05-15". PostgreSQL knows no year 0. */
export function day(sentence = 'Choose a day') {
  return z.iso.date(sentence).refine((typed) => typed >= '0001', sentence)
}

/** A checkbox: on, or not there. */
export function checkbox() {
  return z
    .literal('on', 'Tick this or leave it')
    .optional()
    .transform((value) => value === 'on')
}

function line(missing: string) {
  return z
    .string(missing)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), 'This contains a character that we cannot keep')
    .refine((value) => !hasCardNumber(value), 'This looks like a card number. Please take it out, we must not keep one')
}

/** Only plain text is shown again: never a password, never an array somebody made up. */
function typed(body: Record<string, unknown>) {
  const texts = Object.entries(body).filter(
    ([name, value]) => typeof value === 'string' && !/password|^current$/.test(name),
  )
  return Object.fromEntries(texts)
}

/** One sentence a field, in the order of the form. */
function firstMessages(error: z.ZodError) {
  const messages: Record<string, string> = {}
  for (const { path, message } of error.issues) messages[String(path[0])] ??= message
  return messages
}
