import type { User } from '../../models/index.ts'
import { keepPhoto } from './photos.ts'
import { renamePage } from './public-page.ts'

export type Profile = Pick<User, 'name' | 'headline' | 'bio' | 'skills' | 'links'>

export async function saveProfile(user: User, profile: Profile, photo?: Buffer) {
  const isRenamed = profile.name !== user.name
  await user.update(profile)
  if (isRenamed && user.slug) await renamePage(user)
  if (photo) await keepPhoto(user, photo)
}
