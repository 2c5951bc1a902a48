import { createUser } from './factories.ts'

/** Alice asks, Charlie of support answers, and Petra looks after privacy. */
export async function cast() {
  const alice = await createUser({ name: 'Alice Ashby', email: 'alice@example.org' })
  const charlie = await createUser({ name: 'Charlie Cole', role: 'support' })
  const petra = await createUser({ name: 'Petra Pauls', role: 'privacy' })
  return { alice, charlie, petra }
}
