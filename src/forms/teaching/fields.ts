import { text } from '../../lib/form.ts'

/** A heading: no line break in it, and nothing that turns the direction of writing around. */
export function oneLine(missing: string, max: number) {
  return text(missing, { max }).refine(
    (typed) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(typed),
    'Please write this on one line',
  )
}
