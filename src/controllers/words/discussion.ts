import type { Request, Response } from 'express'
import { commentForm } from '../../forms/words/comment.ts'
import type { Comment } from '../../models/index.ts'
import { commentService } from '../../services/words/comment-service.ts'
import * as words from '../../services/words/in-words.ts'
import { type Desk, pathTo as pathToLesson } from '../learning/classroom.ts'

type Place = Pick<Desk, 'course' | 'lesson'>

/** What each line of a discussion is shown with. */
export function frameOf(place: Place) {
  return { path: pathToLesson(place), authorId: place.course.authorId, words, now: new Date() }
}

/** The discussion under a lesson, here and on the page of the lesson. */
export async function discussionOf(place: Place, after?: unknown) {
  const discussion = await commentService.discussion(place.lesson, after)
  return { ...frameOf(place), ...discussion, form: commentForm.blank() }
}

/** The discussion on a page of its own, also with a form that came back. */
export async function renderDiscussion(req: Request, res: Response, place: Place, more: object = {}) {
  const { after } = req.query
  const discussion = { ...(await discussionOf(place, after)), isPart: Boolean(after), ...more }
  const fragment = after ? 'learning/comments/_threads' : 'learning/comments/_discussion'
  res.renderPage('learning/comments/index', { ...place, discussion }, { fragment })
}

/**
 * Where the discussion is read: under its lesson, or by itself for who is `here` without the lesson. A comment that does
 * not stand on the first page of it has a page of its own.
 */
export async function pathTo(req: Request, place: Place, comment?: Comment) {
  const below = pathToLesson(place)
  const first = req.query.here ? `${below}/comments` : below
  if (!comment) return `${first}#discussion`
  return `${(await comment.isOnFirstPage()) ? first : `${below}/comments/${comment.id}`}#comment-${comment.id}`
}
