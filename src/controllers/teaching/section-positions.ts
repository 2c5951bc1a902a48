import type { Request, Response } from 'express'
import { positionForm } from '../../forms/teaching/outline.ts'
import { outlineService } from '../../services/teaching/outline-service.ts'
import { renderOutline } from './outline-page.ts'
import { ownSection } from './own-section.ts'

export async function update(req: Request, res: Response) {
  const { course, section } = await ownSection(req)
  const form = positionForm.read(req.body)
  if (!form.valid) return renderOutline(res.status(422), course, { newSection: form })

  await outlineService.moveSection(section, form.values)
  res.seeOther(`/teach/${course.slug}/outline`)
}
