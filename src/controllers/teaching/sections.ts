import type { Request, Response } from 'express'
import { sectionForm } from '../../forms/teaching/outline.ts'
import { outlineService } from '../../services/teaching/outline-service.ts'
import { renderOutline } from './outline-page.ts'
import { ownCourse } from './own-course.ts'
import { ownSection } from './own-section.ts'

export async function create(req: Request, res: Response) {
  const course = await ownCourse(req)
  const form = sectionForm.read(req.body)
  if (!form.valid) return renderOutline(res.status(422), course, { newSection: form })

  await outlineService.addSection(course, form.values.title)
  req.flash('The section stands at the end.')
  res.seeOther(`/teach/${course.slug}/outline`)
}

export async function update(req: Request, res: Response) {
  const { course, section } = await ownSection(req)
  const form = sectionForm.read(req.body)
  if (!form.valid) return renderOutline(res.status(422), course, { section: { id: section.id, form } })

  await section.update({ title: form.values.title })
  res.seeOther(`/teach/${course.slug}/outline`)
}

export async function destroy(req: Request, res: Response) {
  const { course, section } = await ownSection(req)
  await outlineService.removeSection(section)
  req.flash('The section is gone.')
  res.seeOther(`/teach/${course.slug}/outline`)
}
