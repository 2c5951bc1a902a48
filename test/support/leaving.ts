import type { User } from '../../src/models/index.ts'
import { ErasureService } from '../../src/services/privacy/erasure/erasure-service.ts'

/** Somebody leaves, and their days of grace pass at once. */
export async function leave(person: User, contributions: User['contributions']) {
  await person.askForErasure(new Date(Date.now() - 20 * 24 * 60 * 60 * 1000), contributions)
  await new ErasureService().erase(person, new Date())
}
