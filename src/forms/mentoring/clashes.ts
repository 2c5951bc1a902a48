import { z } from 'zod'
import { defineForm } from '../../lib/form.ts'
import type { Choices, InTheWay } from '../../services/mentoring/clashes.ts'

const missing = 'Say what becomes of each of them'
const choice = z
  .string(missing)
  .regex(/^(cancel|decline|move 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/, missing)
  .refine((typed) => !typed.startsWith('move ') || !Number.isNaN(Date.parse(typed.slice(5))), missing)

/** What is chosen for each session in the way: a field each, named by `fieldOf`. */
export function clashesForm(clashes: InTheWay[]) {
  return defineForm(Object.fromEntries(clashes.map(({ booking }) => [fieldOf(booking), choice])))
}

export function fieldOf({ id }: { id: string }) {
  return `clash-${id}`
}

/** The same by the number of the session. */
export function choicesIn(values: Record<string, string>): Choices {
  return Object.fromEntries(Object.entries(values).map(([field, chosen]) => [field.replace('clash-', ''), chosen]))
}
