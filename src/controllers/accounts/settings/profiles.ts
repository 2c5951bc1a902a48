import type { Request, Response } from 'express'
import { profileForm, publicPageForm } from '../../../forms/accounts/profile.ts'
import { type Form, rejected } from '../../../lib/form.ts'
import { currentUser } from '../../../middleware/audience.ts'
import { filesOf } from '../../../middleware/bodies.ts'
import type { User } from '../../../models/index.ts'
import { squarePhoto } from '../../../services/accounts/photos.ts'
import { saveProfile } from '../../../services/accounts/profile.ts'

const noPicture =
  'We cannot read that as a picture. Please choose a JPEG, PNG, WebP, GIF or AVIF of at most 50 megapixels'

export function index(_req: Request, res: Response) {
  res.seeOther('/settings/profile')
}

export function show(req: Request, res: Response) {
  renderProfile(res, currentUser(req))
}

export async function update(req: Request, res: Response) {
  const user = currentUser(req)
  const [upload] = filesOf(req, 'photo')
  const photo = upload && (await squarePhoto(upload.path))
  const read = profileForm.read(req.body)
  const form = upload && !photo ? rejected(read, 'photo', noPicture) : read
  if (!form.valid) return renderProfile(res.status(422), user, { form })

  await saveProfile(user, form.values, photo)
  req.flash('Your profile is saved.')
  res.seeOther('/settings/profile')
}

export function renderProfile(res: Response, user: User, forms: Record<string, Form<object>> = {}) {
  const { name, headline, bio, skills, links, shown } = user
  const form = profileForm.blank({ name, headline, bio, skills: skills.join(', '), links: links.join('\n') })
  res.renderPage('accounts/settings/profile', { user, form, pageForm: publicPageForm.blank({ shown }), ...forms })
}
