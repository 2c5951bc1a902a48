import type { Request, Response } from 'express'
import { noteForm } from '../../forms/learning/note.ts'
import type { Form } from '../../lib/form.ts'
import { outlineOf } from '../../services/learning/outline.ts'
import { playerOf } from '../../services/learning/player.ts'
import { filesOf, noteOf } from '../../services/learning/room.ts'
import { discussionOf } from '../words/discussion.ts'
import { type Desk, pathTo } from './classroom.ts'

const parts = {
  note: 'learning/lessons/_note',
  player: 'learning/lessons/_player',
  ticks: 'learning/lessons/_ticks',
}

type Rejected = { form: Form<unknown>; part: 'note' | 'ticks' }

/** A lesson as who may learn from it sees it: with their own note and progress, or without either for its author. */
export async function renderLesson(req: Request, res: Response, desk: Desk, rejected?: Rejected) {
  const { course, enrolment, lesson } = desk
  const learnerId = enrolment?.learnerId ?? null
  const [outline, files, kept, discussion] = await Promise.all([
    outlineOf(course, learnerId),
    filesOf(lesson),
    noteOf(lesson, learnerId),
    discussionOf(desk),
  ])

  const [path, plays] = [pathTo(desk), req.query.play === '1']
  const problem = rejected?.form ?? noteForm.blank()
  const note = rejected?.part === 'note' ? problem : noteForm.blank({ body: kept })
  const player = playerOf(lesson.video, path, plays, new Date())
  const fragment = parts[rejected?.part ?? (plays ? 'player' : 'ticks')]
  const locals = { ...desk, outline, ...outline.around(lesson.id), files, note, problem, path, player, discussion }
  res.renderPage('learning/lessons/show', locals, { fragment })
}
