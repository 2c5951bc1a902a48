import type { Request, Response } from 'express'
import { currentUser } from '../../../middleware/audience.ts'
import { removePhoto } from '../../../services/accounts/photos.ts'

export async function destroy(req: Request, res: Response) {
  await removePhoto(currentUser(req))
  req.flash('Your photo is gone.')
  res.seeOther('/settings/profile')
}
