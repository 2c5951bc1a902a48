import type { Request, Response } from 'express'
import { Forbidden } from '../../errors.ts'
import { currentUser } from '../../middleware/audience.ts'
import { commentService } from '../../services/words/comment-service.ts'
import { commentInReach } from './comment-in-reach.ts'
import { pathTo } from './discussion.ts'

export async function create(req: Request, res: Response) {
  const { comment, ...place } = await commentInReach(req)
  if (!comment.canBeDeletedBy(currentUser(req))) throw new Forbidden('A comment is deleted by who wrote it.')

  await commentService.remove(comment, new Date())
  req.flash('Your comment is deleted.')
  res.seeOther(await pathTo(req, place))
}
