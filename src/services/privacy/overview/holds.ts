import { LegalHold, type User } from '../../../models/index.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'

/** The records about a person that a legal hold keeps now: of what kind, why, and when we look again. */
export async function holdsOn(user: User) {
  const holds = await LegalHold.on(user)
  return holds.map(({ tableName, reason, createdAt, reviewOn }) => ({
    title: tablesAboutPeople.find(({ name }) => name === tableName)!.title,
    reason,
    createdAt,
    reviewOn: new Date(reviewOn),
  }))
}
