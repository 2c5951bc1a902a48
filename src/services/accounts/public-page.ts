import { Op } from 'sequelize'
import { newSuffix, slugOf } from '../../lib/slug.ts'
import { isTaken } from '../../lib/taken.ts'
import { User } from '../../models/index.ts'
import type { Showable } from '../../models/user.ts'

/** Sets what everyone may see of a mentor. Their page gets its address when there is something on it for the first time. */
export async function show(user: User, shown: Showable[]) {
  await user.update({ shown })
  if (shown.length > 0 && !user.slug) await renamePage(user)
}

/** Names the page after its owner. Who changes their name has a reason: the old one does not stay in an address. */
export async function renamePage(user: User) {
  const wanted = slugOf(user.name) ?? `mentor-${newSuffix()}`
  const isThere = await User.count({ where: { slug: wanted, id: { [Op.ne]: user.id } } })
  const slug = isThere ? `${wanted}-${newSuffix()}` : wanted
  try {
    await user.update({ slug })
  } catch (error) {
    if (!isTaken(error, 'users_slug_key')) throw error
    await user.update({ slug: `${slug}-${newSuffix()}` })
  }
}
