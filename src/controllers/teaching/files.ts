import type { Request, Response } from 'express'
import { readWithFiles } from '../../forms/support/read-with-files.ts'
import { filesForm } from '../../forms/teaching/lesson.ts'
import { find } from '../../lib/find.ts'
import { rejected } from '../../lib/form.ts'
import { LessonFile } from '../../models/index.ts'
import { lessonService, MOST_FILES_OF_A_LESSON } from '../../services/teaching/lesson-service.ts'
import { sendFile } from '../support/send-file.ts'
import { renderLesson, withParts } from './lesson-page.ts'
import { ownLesson, pathTo } from './own-lesson.ts'

const none = 'Choose a file'
const tooMany = `A lesson hands out at most ${MOST_FILES_OF_A_LESSON} files. Please take one away first`

export async function create(req: Request, res: Response) {
  const own = await ownLesson(req, withParts)
  const form = await readWithFiles(filesForm.read, req, 'file')
  const reject = (sentence?: string) =>
    renderLesson(res.status(422), own, { files: sentence ? rejected(form, 'file', sentence) : form })
  if (!form.valid) return reject()
  if (form.values.attachments.length === 0) return reject(none)
  if (!(await lessonService.addFiles(own.lesson, form.values.attachments, new Date()))) return reject(tooMany)

  req.flash('Learners can take this home now.')
  res.seeOther(pathTo(own))
}

export async function show(req: Request, res: Response) {
  const { lesson } = await ownLesson(req)
  await sendFile(res, await find(LessonFile, { id: req.params.id, lessonId: lesson.id }))
}

export async function destroy(req: Request, res: Response) {
  const own = await ownLesson(req)
  const file = await find(LessonFile, { id: req.params.id, lessonId: own.lesson.id })
  await file.destroy()
  req.flash('The file is gone.')
  res.seeOther(pathTo(own))
}
