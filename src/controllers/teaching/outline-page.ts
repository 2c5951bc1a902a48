import type { Response } from 'express'
import { newLessonForm, sectionForm } from '../../forms/teaching/outline.ts'
import type { Form } from '../../lib/form.ts'
import type { Course } from '../../models/index.ts'
import * as catalog from '../../services/catalog/in-words.ts'
import { outlineService } from '../../services/teaching/outline-service.ts'

type Rejected = { newSection?: Form<object>; newLesson?: Form<object>; section?: { id: string; form: Form<object> } }

/** Sections and lessons, with a form for each thing that can be done to them; one at most was sent and not taken. */
export async function renderOutline(res: Response, course: Course, rejected: Rejected = {}) {
  const sections = await outlineService.of(course)
  const blank = { newSection: sectionForm.blank(), newLesson: newLessonForm.blank() }
  const renaming = ({ id, title }: { id: string; title: string }) =>
    rejected.section?.id === id ? rejected.section.form : sectionForm.blank({ title })
  const locals = { course, sections, kinds: catalog.kinds, renaming, ...blank, ...rejected }
  res.renderPage('teaching/outline/show', locals, { fragment: 'teaching/outline/_outline' })
}
