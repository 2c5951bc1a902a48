import { z } from 'zod'
import { defineForm } from '../../lib/form.ts'
import { lessonKinds } from '../../models/lesson.ts'
import { oneLine } from './fields.ts'

export const sectionForm = defineForm({
  title: oneLine('Give the section a title', 120),
})

export const newLessonForm = defineForm({
  title: oneLine('Give the lesson a title', 120),
  kind: z.enum(lessonKinds, 'Choose what it is'),
  section: z.uuid('Choose where it stands'),
})

/** A step by a button, or the place where something was dropped. */
export const positionForm = defineForm({
  direction: z.enum(['up', 'down'], 'Choose up or down').optional(),
  to: z
    .string('Choose a place')
    .regex(/^\d{1,5}$/, 'Choose a place')
    .transform(Number)
    .optional(),
  section: z.uuid('Choose a section').optional(),
})
