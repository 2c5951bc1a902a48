import type { Request, Response } from 'express'
import { Forbidden } from '../../errors.ts'
import { commentForm } from '../../forms/words/comment.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { commentService } from '../../services/words/comment-service.ts'
import { openLesson } from '../learning/classroom.ts'
import { commentInReach } from './comment-in-reach.ts'
import { frameOf, pathTo, renderDiscussion } from './discussion.ts'

const gone = 'What you answer has been deleted meanwhile. Your words are kept here'

export async function index(req: Request, res: Response) {
  await renderDiscussion(req, res, await openLesson(req))
}

export async function create(req: Request, res: Response) {
  const place = await openLesson(req)
  const form = commentForm.read(req.body)
  if (!form.valid) return renderDiscussion(req, res.status(422), place, { form })

  const comment = await commentService.add(place.lesson, currentUser(req), form.values, new Date())
  if (!comment) return renderDiscussion(req, res.status(409), place, { form: unanswered(form.values.body) })

  req.flash('Your comment is there.')
  res.seeOther(await pathTo(req, place, comment))
}

export async function show(req: Request, res: Response) {
  await renderThread(req, res)
}

export async function update(req: Request, res: Response) {
  const { comment, ...place } = await commentInReach(req)
  const now = new Date()
  if (!comment.canBeEditedBy(currentUser(req), now))
    throw new Forbidden('A comment can be changed by who wrote it, for 15 minutes.')
  const form = commentForm.read(req.body)
  if (!form.valid) return renderThread(req, res.status(422), form)

  await commentService.change(comment, form.values.body, now)
  req.flash('Your comment is changed.')
  res.seeOther(await pathTo(req, place, comment))
}

/** A comment in its place, and for its writer the form to change it. */
async function renderThread(req: Request, res: Response, typed?: Form<unknown>) {
  const { comment, ...place } = await commentInReach(req)
  const thread = await commentService.thread(comment, req.query.after)
  const discussion = { ...frameOf(place), form: typed ?? commentForm.blank({ body: comment.body }) }
  const locals = { ...place, comment, ...thread, discussion }
  res.renderPage('learning/comments/show', locals, { fragment: 'learning/comments/_thread' })
}

/** What was typed as an answer, to be posted as a comment of its own. */
function unanswered(body: string) {
  return rejected(commentForm.blank({ body }), 'body', gone)
}
