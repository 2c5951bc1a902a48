import type { Form } from '../../lib/form.ts'

/** A rejected form that still knows which boxes were ticked: several of a name come as an array, which forms forget. */
export function withTicked<Values>(form: Form<Values>, body: Record<string, unknown>, name: string): Form<Values> {
  if (form.valid) return form
  const ticked = [body[name] ?? []].flat().filter((value) => typeof value === 'string')
  return { ...form, values: { ...form.values, [name]: ticked } }
}
