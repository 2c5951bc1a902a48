import { sequelize } from '../../db/sequelize.ts'
import { Consent, Mail, type User } from '../../models/index.ts'
import { post } from '../mail/post.ts'
import { forgetUsage } from '../usage/note-usage.ts'

/** The words beside each switch, kept with every choice that was made by them. */
export const wordings = {
  marketing: 'Letters about what is new here',
  analytics: 'Count my visits in the statistics of this site',
}
export type Choices = Record<keyof typeof wordings, boolean>

/** Takes note of what a person wants. It counts from this moment on, and each change can be proved (P25). */
export async function choose(user: User, choices: Choices, now: Date) {
  const purposes = Object.keys(wordings) as (keyof Choices)[]
  const changed = purposes.filter((purpose) => user[purpose] !== choices[purpose])

  await sequelize.transaction(async () => {
    await user.update(choices)
    for (const purpose of changed) {
      const granted = choices[purpose]
      await Consent.create({ userId: user.id, purpose, granted, wording: wordings[purpose], createdAt: now })
    }
    if (changed.includes('analytics') && !choices.analytics) await forgetUsage(user.id)
    if (changed.includes('marketing') && choices.marketing) await sayWhatIsNew(user.id)
  })
}

/** The first letter of those they said yes to; once, however often they change their mind. */
async function sayWhatIsNew(userId: string) {
  const first = { template: 'first-steps', userId } as const
  if (!(await Mail.count({ where: first }))) await post(first.template, { userId })
}
