import { SessionType, type User } from '../../models/index.ts'
import { inMentorsTurn } from './mentors-turn.ts'

/** What can be booked with one mentor at a time: more would help nobody to choose. */
export const MOST_TYPES = 12

/** As its form has it; the price in minor units. */
type Offer = { title: string; description: string; minutes: number; price: number; approval: boolean }

/** Offers one more session. Sent twice it is offered once. Undefined, and nothing done, where there are as many as there may be. */
export function addType(mentor: User, offer: Offer, now: Date): Promise<SessionType | undefined> {
  return inMentorsTurn(mentor.id, now, async () => {
    const there = await SessionType.findAll({ where: { mentorId: mentor.id, archivedAt: null } })
    const twin = there.find(({ title, minutes }) => title === offer.title && minutes === offer.minutes)
    if (twin) return twin
    if (there.length >= MOST_TYPES) return undefined

    return SessionType.create({ ...columnsOf(offer), mentorId: mentor.id, createdAt: now })
  })
}

/** From now on. What is booked stays as it was then. */
export function changeType(type: SessionType, offer: Offer, now: Date) {
  return save(type, columnsOf(offer), now)
}

/** Takes no more bookings; those there are stand. */
export function archiveType(type: SessionType, now: Date) {
  return save(type, { archivedAt: type.archivedAt ?? now }, now)
}

/** Whether its mentor still offers it as it was read: they change and archive it in their turn, too. */
export async function isOffered({ id, minutes, priceMinor, needsApproval }: SessionType) {
  const where = { id, minutes, priceMinor, needsApproval, archivedAt: null }
  return (await SessionType.count({ where })) > 0
}

function save(type: SessionType, change: Partial<SessionType>, now: Date) {
  return inMentorsTurn(type.mentorId, now, () => type.update(change))
}

function columnsOf({ price, approval, ...offer }: Offer) {
  return { ...offer, priceMinor: price, needsApproval: approval }
}
