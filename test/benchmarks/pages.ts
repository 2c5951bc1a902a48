import { createTicket, createUser } from '../support/factories.ts'
import { startChild } from './support/child.ts'
import type { Measured } from './support/measure.ts'
import { page } from './support/page.ts'
import { signIn } from './support/sign-in.ts'

/** A public page, and a private one that is full of somebody's tickets. */
export async function benchmark(): Promise<Measured[]> {
  const app = await startChild(`${import.meta.dirname}/support/app-process.ts`)
  const floor = await startChild(`${import.meta.dirname}/support/floor-process.ts`)

  try {
    const { id, email } = await createUser()
    for (let n = 0; n < 20; n++) await createTicket({ requesterId: id, subject: `Question number ${n}` })
    const cookie = await signIn(app, email)
    return [
      ...(await page('public page, anonymous', '/privacy', { app, floor })),
      ...(await page('private page, signed in', '/support', { app, floor }, cookie)),
    ]
  } finally {
    await app.stop()
    await floor.stop()
  }
}
