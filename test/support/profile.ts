import { createUser } from './factories.ts'
import { signedIn, type Upload } from './visitor.ts'

const profile = {
  name: 'Alice Okafor',
  headline: 'Night nurse',
  bio: 'One.\r\n\r\nTwo.',
  skills: 'SQL, rotas, SQL',
  links: '',
}

/** Alice, signed in, and the form of her profile: filled in but for what a test says otherwise. */
export async function alice() {
  const user = await createUser({ name: 'Alice' })
  const browser = await signedIn(user)
  const save = (fields: Record<string, string> = {}, photo: Upload[] = []) =>
    browser.upload('/settings/profile', { ...profile, ...fields }, { photo }, '/settings/profile')
  return { user, browser, save }
}
